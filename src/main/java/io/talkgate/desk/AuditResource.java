package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.access.Role.OPERATOR_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.AuditReads;
import io.talkgate.access.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /audit} of contract §3. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
@Cancellable(false)
class AuditResource {
  private final AuditReads audit;
  private final CurrentCaller caller;

  AuditResource(AuditReads audit, CurrentCaller caller) {
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({MANAGER_NAME, OPERATOR_NAME})
  @Operation(
      summary = "List who did what",
      description =
          "Newest first, kept for two years: what was done in your brand, by operators, too; for"
              + " operators, what operators did in any brand.")
  public Uni<PageView<AuditEntryView>> list(
      @BeanParam AuditQuery query, @BeanParam PageParameters page) {
    return audit
        .list(caller.get(), query.filter(), page.request())
        .map(found -> PageView.of(found, AuditEntryView::of));
  }
}
