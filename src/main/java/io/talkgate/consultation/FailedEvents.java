package io.talkgate.consultation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Counts the events that could be read and not applied, for an alarm (docs/metrics.md). */
@Startup
@Singleton
class FailedEvents {
  private final Counter counter;

  FailedEvents(MeterRegistry registry) {
    counter =
        Counter.builder("talkgate.intake.failed")
            .description("Events that could be read and not applied; kept as FAILED.")
            .register(registry);
  }

  /** One more is kept with its error. */
  void another() {
    counter.increment();
  }
}
