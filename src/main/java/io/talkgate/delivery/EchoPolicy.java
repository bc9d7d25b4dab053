package io.talkgate.delivery;

import io.talkgate.consultation.DeliveryReason;
import io.talkgate.consultation.DeliveryStatus;
import io.talkgate.consultation.OverdueLane;
import io.talkgate.consultation.Progress;
import io.talkgate.delivery.Decision.Cause;
import io.talkgate.delivery.Decision.Final;
import io.talkgate.delivery.Decision.Hold;
import io.talkgate.delivery.Decision.LeftOpen;
import io.talkgate.delivery.Decision.Resend;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is done while nobody can tell whether a message arrived (last row of design §5): its echo is
 * waited for; if it does not come although the link hears echoes, there is one more try. All that
 * within 75 s of the first such try, for the messages behind it wait.
 */
final class EchoPolicy {
  static final Duration ECHO_WAIT = Duration.ofSeconds(30);
  static final Duration LANE_HELD = Duration.ofSeconds(75);

  /** NAVER gave no answer from which anything follows. */
  Final afterNoClearAnswer(String words, Try attempt) {
    Cause cause = new Cause(DeliveryReason.NO_CLEAR_ANSWER, null, words);
    return hold(cause, attempt.progress().uncertain(attempt.began()), attempt.ended());
  }

  /** The lane's time is over. Empty if its message is settled already. */
  Optional<Final> afterSilence(OverdueLane lane) {
    if (lane.status() == DeliveryStatus.SENDING) {
      Cause lost = new Cause(DeliveryReason.SENDER_LOST, null, null);
      return Optional.of(hold(lost, lane.progress().uncertain(lane.claimedAt()), lane.now()));
    }
    return lane.status() == DeliveryStatus.UNKNOWN
        ? Optional.of(afterWait(lane))
        : Optional.empty();
  }

  private static Final afterWait(OverdueLane lane) {
    Cause cause = new Cause(DeliveryReason.NO_CLEAR_ANSWER, null, null);
    Progress progress = lane.progress();
    boolean inTime = isPositive(left(progress, lane.now()));
    return lane.linkHears() && !progress.resent() && inTime
        ? new Resend(cause, progress.again())
        : new LeftOpen(cause, progress);
  }

  private static Final hold(Cause cause, Progress progress, Instant now) {
    Duration left = left(progress, now);
    Duration wait = left.compareTo(ECHO_WAIT) < 0 ? left : ECHO_WAIT;
    return isPositive(wait) ? new Hold(wait, cause, progress) : new LeftOpen(cause, progress);
  }

  private static Duration left(Progress progress, Instant now) {
    Instant since = Objects.requireNonNullElse(progress.uncertainSince(), now);
    return LANE_HELD.minus(Duration.between(since, now));
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
