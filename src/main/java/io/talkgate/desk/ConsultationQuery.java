package io.talkgate.desk;

import io.talkgate.access.Caller;
import io.talkgate.consultation.AssigneeFilter;
import io.talkgate.consultation.ConsultationFilter;
import io.talkgate.consultation.ConsultationStatus;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which consultations a list holds (contract §3). Read as text, so that what does not fit is
 * refused with the parameter's name.
 */
final class ConsultationQuery {
  private static final int MAX_TAG = 30;
  private static final int MAX_TEXT = 100;

  @QueryParam("brandId")
  @Parameter(
      description = "Your own brand, the only one there is to see.",
      schema = @Schema(implementation = UUID.class))
  @Nullable String brandId;

  @QueryParam("linkId")
  @Parameter(description = "Of this link.", schema = @Schema(implementation = UUID.class))
  @Nullable String linkId;

  @QueryParam("status")
  @Parameter(
      description = "In one of these states; repeatable, or with commas. All states if absent.",
      example = "WAITING,IN_PROGRESS")
  @Nullable List<String> status;

  @QueryParam("assignee")
  @Parameter(description = "Assigned to `me`, to `none`, or to the member with this id.")
  @Nullable String assignee;

  @QueryParam("tag")
  @Parameter(description = "With this tag.")
  @Nullable String tag;

  @QueryParam("q")
  @Parameter(
      description =
          "With these 1 to 100 characters among the first 10,000 of a message, or in the customer's"
              + " nickname.")
  @Nullable String q;

  @QueryParam("from")
  @Parameter(description = "Last activity at or after this time.", example = "2026-01-31T00:00:00Z")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "Last activity before this time.", example = "2026-02-01T00:00:00Z")
  @Nullable String to;

  @QueryParam("delayed")
  @Parameter(
      description =
          "With `true`, only those whose customers have waited longer than `closing.replyDelayMinutes`.",
      schema = @Schema(implementation = Boolean.class))
  @Nullable String delayed;

  /**
   * The filter for a caller.
   *
   * @throws RefusedException VALIDATION if a value does not fit, NOT_FOUND for another brand
   */
  ConsultationFilter filter(Caller caller) {
    refuseForeignBrand(caller);
    return new ConsultationFilter(
        QueryValues.id("linkId", linkId),
        QueryValues.constants("status", status, ConsultationStatus.class),
        assigneeFilter(caller),
        QueryValues.text("tag", tag, MAX_TAG),
        QueryValues.text("q", q, MAX_TEXT),
        QueryValues.time("from", from),
        QueryValues.time("to", to),
        Boolean.parseBoolean(delayed));
  }

  private void refuseForeignBrand(Caller caller) {
    UUID brand = QueryValues.id("brandId", brandId);
    if (brand != null && !caller.belongsTo(brand)) {
      throw new RefusedException(Refusal.of(ErrorCode.NOT_FOUND));
    }
  }

  private @Nullable AssigneeFilter assigneeFilter(Caller caller) {
    if (assignee == null) {
      return null;
    }
    return switch (assignee) {
      case "me" -> new AssigneeFilter.Member(caller.memberId());
      case "none" -> new AssigneeFilter.Nobody();
      default -> new AssigneeFilter.Member(memberId(assignee));
    };
  }

  private static UUID memberId(String assignee) {
    try {
      return UUID.fromString(assignee);
    } catch (IllegalArgumentException notAnId) {
      throw QueryValues.refused("assignee", ValueRule.ONE_OF, "me, none, UUID");
    }
  }
}
