package io.talkgate.link.settings;

import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.ValueRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the clock does to consultations (자동 종료); what is absent or null is never done. */
@Schema(description = "What the clock does to consultations; what is absent or null is never done.")
public record ClosingRules(
    @Schema(
            description =
                "After so many minutes without an answer of the customer, a consultation in progress is"
                    + " closed (`INACTIVITY`).",
            examples = "60")
        @Min(1)
        @Max(ClosingRules.MAX_MINUTES)
        @Nullable Integer customerSilentMinutes,
    @Schema(
            description = "So many minutes before, `messages.customerSilent` is said.",
            examples = "10")
        @Min(1)
        @Max(ClosingRules.MAX_MINUTES)
        @Nullable Integer warnMinutesBefore,
    @Schema(
            description =
                "After so many minutes, within the hours, in which nobody answers the customer, the desk is"
                    + " alarmed.",
            examples = "15")
        @Min(1)
        @Max(ClosingRules.MAX_MINUTES)
        @Nullable Integer replyDelayMinutes,
    @Schema(
            description =
                "So many minutes after its end, a customer's message re-opens a consultation instead of"
                    + " opening a new one.",
            examples = "30")
        @Min(0)
        @Max(ClosingRules.MAX_MINUTES)
        @Nullable Integer reopenMinutes) {

  /** A week. */
  static final int MAX_MINUTES = 7 * 24 * 60;

  /** Never. */
  static final ClosingRules NONE = new ClosingRules(null, null, null, null);

  /** After how long without an answer of the customer it closes. */
  public Optional<Duration> customerSilent() {
    return Optional.ofNullable(customerSilentMinutes).map(Duration::ofMinutes);
  }

  /** How long before that the customer is warned; zero for not at all. */
  public Duration warnBefore() {
    return Duration.ofMinutes(warnMinutesBefore == null ? 0 : warnMinutesBefore);
  }

  /** After how long without an answer of ours the desk is alarmed. */
  public Optional<Duration> replyDelay() {
    return Optional.ofNullable(replyDelayMinutes).map(Duration::ofMinutes);
  }

  /** For how long after its end a consultation is re-opened. */
  public Duration reopenWindow() {
    return Duration.ofMinutes(reopenMinutes == null ? 0 : reopenMinutes);
  }

  /** A warning that would come before the silence. */
  Stream<FieldError> problems(String path) {
    boolean fits =
        warnMinutesBefore == null
            || (customerSilentMinutes != null && warnMinutesBefore < customerSilentMinutes);
    return fits
        ? Stream.empty()
        : Stream.of(FieldError.of(path + ".warnMinutesBefore", ValueRule.BEFORE_SILENCE));
  }
}
