package io.talkgate.intake;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * The one alarm that means loss: neither database nor spool took an event. Said when it begins and
 * once a minute while it lasts, not for every call.
 */
@Singleton
class NeitherLeg {
  private static final Logger LOG = Logger.getLogger(NeitherLeg.class);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final Clock clock;
  private volatile boolean failing;
  private long lost;
  private Instant nextLine = Instant.MIN;

  NeitherLeg(Clock clock) {
    this.clock = clock;
  }

  /** An event could not be kept. */
  synchronized void hasTaken(Throwable failure) {
    failing = true;
    lost++;
    Instant now = clock.instant();
    if (!now.isBefore(nextLine)) {
      nextLine = now.plus(BETWEEN_LINES);
      LOG.errorf(
          "Neither the database nor the spool takes events; %d answered 503, which NAVER will not send again: %s",
          lost, failure.toString());
    }
  }

  /** An event was kept. Costs nothing if the one before was, too. */
  void isOver() {
    if (failing) {
      end();
    }
  }

  /** True from an event that was not kept until the next one that is. */
  boolean isFailing() {
    return failing;
  }

  private synchronized void end() {
    if (failing) {
      failing = false;
      LOG.infof("Events are kept again; %d were answered 503.", lost);
      lost = 0;
    }
  }
}
