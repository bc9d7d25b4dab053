package io.talkgate.link.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** How many links are in which state (docs/metrics.md). */
@ApplicationScoped
class HealthMetrics {
  private volatile Map<HealthState, Long> counts = Map.of();

  HealthMetrics(MeterRegistry registry) {
    for (HealthState state : HealthState.values()) {
      Gauge.builder("talkgate.link.health", () -> counts.getOrDefault(state, 0L))
          .description("Approved links, by their state")
          .tag("state", state.name())
          .register(registry);
    }
  }

  void sampled(Map<HealthState, Long> found) {
    counts = found;
  }
}
