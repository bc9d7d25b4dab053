package io.talkgate.desk;

import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which end of a timeline comes first. */
final class MessageOrder {

  @QueryParam("order")
  @Parameter(
      description = "`asc` begins with the oldest message, `desc` with the newest.",
      schema =
          @Schema(
              enumeration = {"asc", "desc"},
              defaultValue = "asc"))
  @Nullable String order;

  /**
   * True if the newest message comes first.
   *
   * @throws RefusedException VALIDATION if it is neither of the two
   */
  boolean newestFirst() {
    if (order == null || order.equals("asc")) {
      return false;
    }
    if (order.equals("desc")) {
      return true;
    }
    throw new RefusedException(Refusal.invalid("order", ValueRule.ONE_OF, "asc, desc"));
  }
}
