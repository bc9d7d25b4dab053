package io.talkgate.delivery;

import io.talkgate.consultation.ClaimTerms;
import java.time.Duration;

/**
 * How old a claim may be when its call is made. A replica that stood still in between would
 * otherwise make calls whose slots have passed, beside those of the present: more than 30 in 3 s,
 * at which NAVER blocks the caller (protocol §3 [268]). One that stood still for long would call in
 * somebody else's lease.
 */
final class Freshness {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final double CALLS = 29.9;
  private static final double SECONDS = 3;

  private Freshness() {}

  /**
   * As long as no 3 s can hold 30 calls, half of that being left for the way to NAVER; the longest,
   * where the pace allows more anyway.
   */
  static Duration of(ClaimTerms.Pace pace) {
    double seconds = ((CALLS - pace.burst()) / pace.ratePerSecond() - SECONDS) / 2;
    boolean tellsNothing = seconds <= 0 || seconds > LONGEST.toSeconds();
    return tellsNothing ? LONGEST : Duration.ofMillis((long) (seconds * 1000));
  }
}
