package io.talkgate.delivery;

import io.talkgate.consultation.DeliveryReason;
import io.talkgate.consultation.Progress;
import io.talkgate.consultation.Trouble;
import io.talkgate.delivery.Decision.Again;
import io.talkgate.delivery.Decision.AskKey;
import io.talkgate.delivery.Decision.Cause;
import io.talkgate.delivery.Decision.Failed;
import io.talkgate.delivery.Decision.Final;
import io.talkgate.delivery.Decision.LeftOpen;
import io.talkgate.delivery.Decision.Sent;
import io.talkgate.link.health.KeyVerdict;
import io.talkgate.talktalk.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The table of design §5: what came back, then what. It asks neither clock nor database.
 *
 * <p>Where an earlier try may have arrived nothing but NAVER's 00 settles the message, and there is
 * no further try: it stays UNKNOWN.
 */
final class RetryPolicy {
  /** A profile consent holds sends back for up to 3 min (protocol §3 [170, 179]). */
  static final Duration HOLD_WAIT = Duration.ofSeconds(20);

  static final Duration HOLD_LIMIT = Duration.ofMinutes(5);

  static final List<Duration> REFUSED_WAITS =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));

  static final List<Duration> NOT_REACHED_WAITS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60));

  /** Of tries: the time with a breaker open does not count. */
  static final Duration NOT_REACHED_LIMIT = Duration.ofMinutes(15);

  /** For all tries together, whatever they met. */
  static final Duration LIMIT = Duration.ofHours(24);

  private final EchoPolicy echoes = new EchoPolicy();

  /** What is done after this outcome. */
  Decision decide(SendOutcome outcome, Try attempt) {
    if (outcome instanceof SendOutcome.Accepted) {
      return new Sent(attempt.progress());
    }
    if (outcome instanceof SendOutcome.ConsentHold hold) {
      return held(new Cause(DeliveryReason.CONSENT_HOLD, hold.code(), hold.message()), attempt);
    }
    if (outcome instanceof SendOutcome.KeyRefused refused) {
      return new AskKey(refused);
    }
    if (outcome instanceof SendOutcome.Refused refused) {
      return failed(Causes.of(refused), attempt.progress());
    }
    if (outcome instanceof SendOutcome.Retryable refused) {
      return refused(Causes.of(refused), attempt);
    }
    if (outcome instanceof SendOutcome.NotReached away) {
      return notReached(new Cause(DeliveryReason.NOT_REACHED, null, away.reason()), attempt);
    }
    return echoes.afterNoClearAnswer(((SendOutcome.Unclear) outcome).reason(), attempt);
  }

  /** What is done after {@code 01}, once the key was asked about. */
  Final afterKeyCheck(KeyVerdict verdict, SendOutcome.KeyRefused refused, Try attempt) {
    Progress progress = attempt.progress();
    return switch (verdict) {
      case GOOD ->
          failed(
              new Cause(DeliveryReason.NOT_THIS_ACCOUNT, refused.code(), refused.message()),
              progress);
      case BAD ->
          again(
              Duration.ZERO,
              new Cause(DeliveryReason.KEY_REJECTED, refused.code(), refused.message()),
              progress);
      case UNSURE ->
          refused(
              new Cause(DeliveryReason.KEY_DOUBTED, refused.code(), refused.message()), attempt);
    };
  }

  /** What is done after an error of our own, before the call. */
  Final afterError(Try attempt) {
    return refused(new Cause(DeliveryReason.INTERNAL, null, null), attempt);
  }

  private static Final held(Cause cause, Try attempt) {
    Progress now = met(Trouble.HOLD, attempt);
    return attempt.since(troubleSince(now)).compareTo(HOLD_LIMIT) < 0
        ? again(HOLD_WAIT, cause, now)
        : failed(cause, now);
  }

  private static Final refused(Cause cause, Try attempt) {
    Progress now = met(Trouble.REFUSED, attempt);
    return now.troubleTimes() <= REFUSED_WAITS.size() && !isTooLong(attempt)
        ? again(REFUSED_WAITS.get(now.troubleTimes() - 1), cause, now)
        : failed(cause, now);
  }

  private static Final notReached(Cause cause, Try attempt) {
    Progress now = met(Trouble.NOT_REACHED, attempt);
    Duration open = attempt.breakersOpen().minus(now.openBefore());
    Duration tried = attempt.since(troubleSince(now)).minus(open);
    int wait = Math.min(now.troubleTimes(), NOT_REACHED_WAITS.size()) - 1;
    return tried.compareTo(NOT_REACHED_LIMIT) < 0 && !isTooLong(attempt)
        ? again(NOT_REACHED_WAITS.get(wait), cause, now)
        : failed(cause, now);
  }

  private static Final again(Duration wait, Cause cause, Progress progress) {
    return progress.uncertainSince() == null
        ? new Again(wait, cause, progress)
        : new LeftOpen(cause, progress);
  }

  private static Final failed(Cause cause, Progress progress) {
    return progress.uncertainSince() == null
        ? new Failed(cause, progress)
        : new LeftOpen(cause, progress);
  }

  private static boolean isTooLong(Try attempt) {
    return attempt.since(attempt.progress().firstTry()).compareTo(LIMIT) >= 0;
  }

  private static Progress met(Trouble trouble, Try attempt) {
    return attempt.progress().met(trouble, attempt.ended(), attempt.breakersOpen());
  }

  private static Instant troubleSince(Progress progress) {
    return Objects.requireNonNull(progress.troubleSince());
  }
}
