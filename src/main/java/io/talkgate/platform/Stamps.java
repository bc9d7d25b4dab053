package io.talkgate.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands out identifiers and times that never run backwards on this replica, also when the system's
 * clock is set back: the order of what a customer wrote hangs on them (contract §1).
 */
@ApplicationScoped
public class Stamps {
  private final Clock clock;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

  Stamps(Clock clock) {
    this.clock = clock;
  }

  /** A new identifier with a time later than any handed out before. */
  public Stamp next() {
    Instant at = last.updateAndGet(this::later);
    return new Stamp(UuidCreator.getTimeOrderedEpoch(at), at);
  }

  /** A new identifier alone. */
  public UUID id() {
    return next().id();
  }

  private Instant later(Instant previous) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(previous) ? now : previous.plus(1, ChronoUnit.MICROS);
  }
}
