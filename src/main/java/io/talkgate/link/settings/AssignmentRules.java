package io.talkgate.link.settings;

import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.ValueRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who gets the consultations that wait (상담 배분). */
@Schema(description = "Who gets the consultations that wait (상담 배분).")
public record AssignmentRules(
    @Schema(
            description =
                "`MANUAL`: whoever answers. `AUTOMATIC`: an agent who is online and has room. `HYBRID`: the"
                    + " same, but back to everybody after `returnMinutes` without an answer.")
        @NotNull
        Mode mode,
    @Schema(
            description =
                "`ROUND_ROBIN`: whoever got one longest ago. `FEWEST_OPEN`: whoever has the fewest.")
        @NotNull
        Order order,
    @Schema(description = "Whether the customer's last agent goes first, if online with room.")
        @NotNull
        Boolean lastAgentFirst,
    @Schema(
            description =
                "How many consultations that are not closed an agent may have, where the agent has no"
                    + " capacity of their own.")
        @NotNull
        @Min(1)
        @Max(1000)
        Integer capacity,
    @Schema(description = "Of `HYBRID`: after how many minutes it goes back.", examples = "5")
        @Min(1)
        @Max(1440)
        @Nullable Integer returnMinutes) {

  /** How consultations find their agents. */
  public enum Mode {
    MANUAL,
    AUTOMATIC,
    HYBRID
  }

  /** Which of the agents with room gets the next one. */
  public enum Order {
    ROUND_ROBIN,
    FEWEST_OPEN
  }

  /** Everybody sees what waits, and whoever answers takes it. */
  static final AssignmentRules MANUAL =
      new AssignmentRules(Mode.MANUAL, Order.FEWEST_OPEN, false, 10, null);

  /** After how long without an answer a HYBRID one goes back to everybody; null for never. */
  public @Nullable Duration returnsAfter() {
    return mode != Mode.HYBRID || returnMinutes == null ? null : Duration.ofMinutes(returnMinutes);
  }

  /** HYBRID without a time. */
  Stream<FieldError> problems(String path) {
    return mode == Mode.HYBRID && returnMinutes == null
        ? Stream.of(FieldError.of(path + ".returnMinutes", ValueRule.REQUIRED))
        : Stream.empty();
  }
}
