package io.talkgate.rules;

import io.talkgate.link.RuledLink;
import java.time.Duration;
import java.time.Instant;

/**
 * A link with what is asked about its consultations.
 *
 * @param key what the question takes the link's key for; empty where it takes none
 * @param from what was before is not looked at
 * @param until what comes after is not due yet
 */
record Asked(RuledLink link, String key, Instant from, Instant until) {
  /** What is said later than that would answer nothing any more. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** What happened a moment ago. */
  static Asked lately(RuledLink link, Instant now) {
    return after(link, now.minus(FRESH), now);
  }

  /** What happened a moment ago, but after that time. */
  static Asked latelySince(RuledLink link, Instant since, String key, Instant now) {
    Instant fresh = now.minus(FRESH);
    Asked asked = after(link, since.isAfter(fresh) ? since : fresh, now);
    return new Asked(link, key, asked.from(), now);
  }

  /** What has lasted for so long. */
  static Asked lasting(RuledLink link, Duration duration, String key, Instant now) {
    return new Asked(link, key, link.changedAt(), now.minus(duration));
  }

  /** Whoever sets rules does not mean what was before. */
  private static Asked after(RuledLink link, Instant from, Instant until) {
    return new Asked(link, "", later(from, link.changedAt()), until);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
