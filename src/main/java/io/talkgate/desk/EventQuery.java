package io.talkgate.desk;

import io.talkgate.access.Caller;
import io.talkgate.consultation.EventFilter;
import io.talkgate.consultation.EventState;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events a list holds (contract §3); read as text like {@link ConsultationQuery}. */
final class EventQuery {
  @QueryParam("brandId")
  @Parameter(
      description = "Your own brand, the only one there is to see.",
      schema = @Schema(implementation = UUID.class))
  @Nullable String brandId;

  @QueryParam("linkId")
  @Parameter(description = "Of this link.", schema = @Schema(implementation = UUID.class))
  @Nullable String linkId;

  @QueryParam("state")
  @Parameter(
      description = "In one of these states; repeatable, or with commas. `FAILED` if absent.",
      example = "FAILED")
  @Nullable List<String> state;

  /**
   * The filter for a caller.
   *
   * @throws RefusedException VALIDATION if a value does not fit, NOT_FOUND for another brand
   */
  EventFilter filter(Caller caller) {
    UUID brand = QueryValues.id("brandId", brandId);
    if (brand != null && !caller.belongsTo(brand)) {
      throw new RefusedException(Refusal.of(ErrorCode.NOT_FOUND));
    }
    Set<EventState> states = QueryValues.constants("state", state, EventState.class);
    return new EventFilter(
        QueryValues.id("linkId", linkId), states.isEmpty() ? Set.of(EventState.FAILED) : states);
  }
}
