package io.talkgate.consultation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the tries of a lane's head have gone so far. Times are the database's.
 *
 * @param attempts how often it was handed to NAVER, the try under way included
 * @param firstTry when it was first tried since it was queued
 * @param trouble what the last tries in a row met; null if nothing
 * @param troubleSince when that began; null without trouble
 * @param troubleTimes how many tries in a row met it
 * @param openBefore how long the breakers had been open, in all their life, when it began
 * @param uncertainSince when the first try began of which nobody knows whether it arrived; null if
 *     there is none
 * @param resent whether the one more try of such a message has been granted
 */
public record Progress(
    int attempts,
    Instant firstTry,
    @Nullable Trouble trouble,
    @Nullable Instant troubleSince,
    int troubleTimes,
    Duration openBefore,
    @Nullable Instant uncertainSince,
    boolean resent) {

  /** A first try. */
  public static Progress first(int attempts, Instant now) {
    return new Progress(attempts, now, null, null, 0, Duration.ZERO, null, false);
  }

  /** One try more has met this trouble; a run of another kind ends with it. */
  public Progress met(Trouble kind, Instant now, Duration open) {
    return kind == trouble
        ? new Progress(
            attempts,
            firstTry,
            kind,
            troubleSince,
            troubleTimes + 1,
            openBefore,
            uncertainSince,
            resent)
        : new Progress(attempts, firstTry, kind, now, 1, open, uncertainSince, resent);
  }

  /** Nobody knows whether a try that began then has arrived; an earlier such try counts. */
  public Progress uncertain(Instant began) {
    return new Progress(
        attempts,
        firstTry,
        null,
        null,
        0,
        Duration.ZERO,
        uncertainSince == null ? began : uncertainSince,
        resent);
  }

  /** The one more try is granted. */
  public Progress again() {
    return new Progress(
        attempts, firstTry, trouble, troubleSince, troubleTimes, openBefore, uncertainSince, true);
  }
}
