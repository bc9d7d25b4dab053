package io.talkgate.consultation;

import java.time.Duration;

/**
 * On what terms messages are claimed.
 *
 * @param linkPace the calls of one link
 * @param hostPace all calls
 * @param lease for how long the lanes are the claimer's
 */
public record ClaimTerms(Pace linkPace, Pace hostPace, Duration lease) {

  /**
   * A pace over all replicas (GCRA): at most {@code burst + ratePerSecond × t} calls in any time t.
   */
  public record Pace(double ratePerSecond, int burst) {
    /** Refuses what would let no call through. */
    public Pace {
      if (!(ratePerSecond > 0) || burst < 1) {
        throw new IllegalArgumentException("a pace needs a rate above 0 and a burst of 1 or more");
      }
    }
  }
}
