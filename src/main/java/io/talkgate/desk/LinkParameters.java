package io.talkgate.desk;

import io.talkgate.link.LinkStatus;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which links a list shows. */
final class LinkParameters {
  @QueryParam("status")
  @Parameter(
      description = "Links in this state only.",
      schema = @Schema(implementation = LinkStatus.class))
  @Nullable String status;

  /**
   * The state; null for all.
   *
   * @throws RefusedException VALIDATION
   */
  @Nullable LinkStatus wantedStatus() {
    if (status == null) {
      return null;
    }
    return Stream.of(LinkStatus.values())
        .filter(known -> known.name().equals(status))
        .findFirst()
        .orElseThrow(
            () -> new RefusedException(Refusal.invalid("status", ValueRule.ONE_OF, all())));
  }

  private static String all() {
    return Arrays.stream(LinkStatus.values())
        .map(LinkStatus::name)
        .collect(Collectors.joining(", "));
  }
}
