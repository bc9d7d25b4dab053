package io.talkgate.desk;

import io.talkgate.access.AuditAction;
import io.talkgate.access.AuditFilter;
import io.talkgate.platform.problem.RefusedException;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit a list holds; read as text like {@link ConsultationQuery}. */
final class AuditQuery {
  @QueryParam("from")
  @Parameter(description = "Done at or after this time.", example = "2026-01-31T00:00:00Z")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "Done before this time.", example = "2026-02-01T00:00:00Z")
  @Nullable String to;

  @QueryParam("actor")
  @Parameter(
      description = "Done by the member with this id.",
      schema = @Schema(implementation = UUID.class))
  @Nullable String actor;

  @QueryParam("action")
  @Parameter(
      description = "One of these actions; repeatable, or with commas.",
      example = "CUSTOMER_READ")
  @Nullable List<String> action;

  @QueryParam("subject")
  @Parameter(
      description = "Done to the brand, member, link or customer with this id.",
      schema = @Schema(implementation = UUID.class))
  @Nullable String subject;

  /**
   * The filter.
   *
   * @throws RefusedException VALIDATION if a value does not fit
   */
  AuditFilter filter() {
    return new AuditFilter(
        QueryValues.time("from", from),
        QueryValues.time("to", to),
        QueryValues.id("actor", actor),
        QueryValues.constants("action", action, AuditAction.class),
        QueryValues.id("subject", subject));
  }
}
