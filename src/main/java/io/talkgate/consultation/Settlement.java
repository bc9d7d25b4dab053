package io.talkgate.consultation;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a lane's head, and what its lane does next. It counts only in the epoch in which
 * the work began.
 *
 * @param resultCode NAVER's code; null if none came
 * @param reason null where all is well
 * @param words NAVER's own; null if there are none
 * @param uncounted whether the try did not take place and does not count as one
 * @param pause how long the lane waits before the head is looked at again; nothing with DONE
 */
public record Settlement(
    LaneKey lane,
    UUID messageId,
    DeliveryStatus status,
    @Nullable String resultCode,
    @Nullable DeliveryReason reason,
    @Nullable String words,
    boolean uncounted,
    Next next,
    Duration pause,
    Progress progress) {

  /** What the lane does next. */
  public enum Next {
    /** The next message's turn comes. */
    DONE,
    /** The head is tried again. */
    AGAIN,
    /**
     * Nobody can tell whether the head arrived: its echo is waited for, and nothing overtakes it.
     */
    HOLD
  }
}
