package io.talkgate.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.talkgate.intake.spool.Spool;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** What is asked of the spool when somebody reads the metrics (docs/metrics.md). */
final class SpoolMetrics {
  private static final String PREFIX = "talkgate.intake.spool.";
  private static final double MILLIS = 1000;

  private SpoolMetrics() {}

  static void register(MeterRegistry registry, Spool spool, Clock clock) {
    gauge("size", spool, Spool::bytes, "What the spool takes on the disk.")
        .baseUnit(BaseUnits.BYTES)
        .register(registry);
    gauge("records", spool, Spool::pendingRecords, "Calls that wait in the spool.")
        .register(registry);
    gauge("withheld.records", spool, Spool::withheldRecords, "Calls kept for a restart.")
        .register(registry);
    gauge("alarm", spool, s -> s.alarming() ? 1 : 0, "1 from TALKGATE_SPOOL_ALARM_SIZE on.")
        .register(registry);
    gauge("oldest.age", spool, s -> age(s, clock), "Since the oldest waiting call came.")
        .baseUnit("seconds")
        .register(registry);
    FunctionCounter.builder(PREFIX + "damaged", spool, Spool::damagedRecords)
        .description("Damaged places found in the spool since the start.")
        .register(registry);
  }

  private static Gauge.Builder<Spool> gauge(
      String name, Spool spool, ToDoubleFunction<Spool> value, String description) {
    return Gauge.builder(PREFIX + name, spool, value).description(description);
  }

  private static double age(Spool spool, Clock clock) {
    return spool
        .oldest()
        .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / MILLIS)
        .map(age -> Math.max(0, age))
        .orElse(0.0);
  }
}
