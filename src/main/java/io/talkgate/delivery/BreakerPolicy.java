package io.talkgate.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * When a breaker opens and for how long: after some failures in a row, then longer with each probe
 * that fails, up to a minute.
 *
 * @param threshold failures in a row that open it
 */
record BreakerPolicy(int threshold) {
  /** One link's calls. */
  static final BreakerPolicy LINK = new BreakerPolicy(5);

  /** All calls: one link in trouble alone does not stop the others, whose successes count. */
  static final BreakerPolicy HOST = new BreakerPolicy(10);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int DOUBLINGS = 4;

  /** How long nothing is called after so many failures in a row; empty while it stays closed. */
  Optional<Duration> pauseAfter(int failures) {
    if (failures < threshold) {
      return Optional.empty();
    }
    Duration pause = FIRST.multipliedBy(1L << Math.min(failures - threshold, DOUBLINGS));
    return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
  }
}
