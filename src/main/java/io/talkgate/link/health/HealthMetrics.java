package io.talkgate.link.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many links are in which state, and how long the certificate lasts (docs/metrics-health.md).
 */
@Startup
@Singleton
class HealthMetrics {
  private final PublicUrlChecks checks;
  private final Clock clock;
  private volatile Map<HealthState, Long> counts = Map.of();

  HealthMetrics(MeterRegistry registry, PublicUrlChecks checks, Clock clock) {
    this.checks = checks;
    this.clock = clock;
    for (HealthState state : HealthState.values()) {
      Gauge.builder("talkgate.link.health", () -> counts.getOrDefault(state, 0L))
          .description("Approved links, by their state")
          .tag("state", state.name())
          .register(registry);
    }
    Gauge.builder("talkgate.link.certificate.remaining", this::certificateRemaining)
        .baseUnit("seconds")
        .description("Until the first certificate of the public URL ends")
        .register(registry);
  }

  void sampled(Map<HealthState, Long> found) {
    counts = found;
  }

  /** Negative when it is over; no number where no canary has seen one, which no alert counts. */
  private double certificateRemaining() {
    @Nullable Instant ends = checks.latest().certificateEnds();
    return ends == null ? Double.NaN : Duration.between(clock.instant(), ends).toSeconds();
  }
}
