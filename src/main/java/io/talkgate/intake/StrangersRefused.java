package io.talkgate.intake;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Says that calls with tokens nobody can look up are refused, as they have filled their share of
 * the spool: mostly strangers' calls, seldom one of a link made elsewhere a moment ago. Calls with
 * known tokens are kept, so this is not the alarm of {@link NeitherLeg}. Said once a minute while
 * it lasts.
 */
@Singleton
class StrangersRefused {
  private static final Logger LOG = Logger.getLogger(StrangersRefused.class);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final Clock clock;
  private long refused;
  private Instant nextLine = Instant.MIN;

  StrangersRefused(Clock clock) {
    this.clock = clock;
  }

  /** One more was refused. */
  synchronized void another() {
    refused++;
    Instant now = clock.instant();
    if (!now.isBefore(nextLine)) {
      nextLine = now.plus(BETWEEN_LINES);
      LOG.errorf(
          "Calls with tokens that nobody can look up fill TALKGATE_SPOOL_UNRESOLVED_SIZE; %d answered 503. Calls with known tokens are kept.",
          refused);
      refused = 0;
    }
  }
}
