package io.talkgate.desk;

import jakarta.inject.Singleton;
import jakarta.validation.ClockProvider;
import java.time.Clock;

/** Lets Bean Validation's future begin at the service's own clock. */
@Singleton
class ValidationClock implements ClockProvider {
  private final Clock clock;

  ValidationClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Clock getClock() {
    return clock;
  }
}
