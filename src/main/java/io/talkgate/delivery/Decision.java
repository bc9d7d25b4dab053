package io.talkgate.delivery;

import io.talkgate.consultation.DeliveryReason;
import io.talkgate.consultation.DeliveryStatus;
import io.talkgate.consultation.LaneKey;
import io.talkgate.consultation.Progress;
import io.talkgate.consultation.Settlement;
import io.talkgate.consultation.Settlement.Next;
import io.talkgate.talktalk.SendOutcome;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done about a message after a try (design §5). */
sealed interface Decision {

  /**
   * Why, in NAVER's terms and ours.
   *
   * @param code NAVER's result code; null if none came
   * @param words NAVER's words, or what became of the connection; null if there are none
   */
  record Cause(DeliveryReason reason, @Nullable String code, @Nullable String words) {}

  /** Before anything is decided, a call tells whether the key is good. */
  record AskKey(SendOutcome.KeyRefused refused) implements Decision {}

  /** A decision that can be written down. */
  sealed interface Final extends Decision {
    /** What is written for this message. */
    Settlement settlement(LaneKey lane, UUID messageId);
  }

  /** NAVER took it. */
  record Sent(Progress progress) implements Final {
    @Override
    public Settlement settlement(LaneKey lane, UUID messageId) {
      return new Settlement(
          lane,
          messageId,
          DeliveryStatus.SENT,
          "00",
          null,
          null,
          false,
          Next.DONE,
          Duration.ZERO,
          progress);
    }
  }

  /** It has not arrived, and no further try will help. */
  record Failed(Cause cause, Progress progress) implements Final {
    @Override
    public Settlement settlement(LaneKey lane, UUID messageId) {
      return Decision.settlement(
          lane, messageId, DeliveryStatus.FAILED, cause, Next.DONE, Duration.ZERO, progress);
    }
  }

  /** It has not arrived, and is tried again after the pause. */
  record Again(Duration pause, Cause cause, Progress progress) implements Final {
    @Override
    public Settlement settlement(LaneKey lane, UUID messageId) {
      return Decision.settlement(
          lane, messageId, DeliveryStatus.QUEUED, cause, Next.AGAIN, pause, progress);
    }
  }

  /** Nobody can tell whether it arrived; its echo is waited for. */
  record Hold(Duration pause, Cause cause, Progress progress) implements Final {
    @Override
    public Settlement settlement(LaneKey lane, UUID messageId) {
      return Decision.settlement(
          lane, messageId, DeliveryStatus.UNKNOWN, cause, Next.HOLD, pause, progress);
    }
  }

  /** Nobody can tell whether it arrived; it is tried once more. */
  record Resend(Cause cause, Progress progress) implements Final {
    @Override
    public Settlement settlement(LaneKey lane, UUID messageId) {
      return Decision.settlement(
          lane, messageId, DeliveryStatus.UNKNOWN, cause, Next.AGAIN, Duration.ZERO, progress);
    }
  }

  /** Nobody can tell whether it arrived; its echo may still come, or the agent decides. */
  record LeftOpen(Cause cause, Progress progress) implements Final {
    @Override
    public Settlement settlement(LaneKey lane, UUID messageId) {
      return Decision.settlement(
          lane, messageId, DeliveryStatus.UNKNOWN, cause, Next.DONE, Duration.ZERO, progress);
    }
  }

  /** The try did not take place; the message waits as before. */
  record HandedBack(Progress progress) implements Final {
    @Override
    public Settlement settlement(LaneKey lane, UUID messageId) {
      boolean uncertain = progress.uncertainSince() != null;
      return new Settlement(
          lane,
          messageId,
          uncertain ? DeliveryStatus.UNKNOWN : DeliveryStatus.QUEUED,
          null,
          uncertain ? DeliveryReason.NO_CLEAR_ANSWER : null,
          null,
          true,
          Next.AGAIN,
          Duration.ZERO,
          progress);
    }
  }

  private static Settlement settlement(
      LaneKey lane,
      UUID messageId,
      DeliveryStatus status,
      Cause cause,
      Next next,
      Duration pause,
      Progress progress) {
    return new Settlement(
        lane,
        messageId,
        status,
        cause.code(),
        cause.reason(),
        cause.words(),
        false,
        next,
        pause,
        progress);
  }
}
