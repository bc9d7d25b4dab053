package io.talkgate.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.talkgate.consultation.DeliveryStatus;
import io.talkgate.consultation.QueueSize;
import io.talkgate.consultation.Settled;
import io.talkgate.consultation.Settlement;
import io.talkgate.talktalk.SendOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What delivery tells about itself, as {@code talkgate_delivery_*} (docs/metrics-delivery.md). */
@Startup
@Singleton
class DeliveryMetrics {
  private static final List<String> STATES = List.of("queued", "sending", "unknown");

  /** NAVER may answer anything; a label must not. */
  private static final Set<String> CODES =
      Set.of("00", "01", "02", "04", "99", "IMG-01", "IMG-02", "IMG-03", "IMG-99");

  /**
   * What comes in ordinary days and what an alert asks for: a counter that first appears with its
   * first call does not grow by it in Prometheus's eyes.
   */
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "Accepted", List.of("00"),
          "Uploaded", List.of("00"),
          "ConsentHold", List.of("01"),
          "KeyRefused", List.of("01"),
          "Refused", List.of("01", "02", "99"),
          "Retryable", List.of("99"),
          "NotReached", List.of("none"),
          "Unclear", List.of("none"));

  private final MeterRegistry registry;
  private final Clock clock;
  private final Timer sent;
  private final Counter paced;
  private final Map<String, QueueSize> sizes = new ConcurrentHashMap<>();

  DeliveryMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    sent =
        Timer.builder("talkgate.delivery.sent")
            .description("From the writing of a message to NAVER's 00")
            .publishPercentileHistogram()
            .register(registry);
    paced =
        Counter.builder("talkgate.delivery.paced")
            .description("How often a message that was due had to wait for its slot")
            .register(registry);
    STATES.forEach(this::registerQueue);
    USUAL.forEach((kind, codes) -> codes.forEach(code -> calls(kind, code)));
  }

  private void registerQueue(String state) {
    Gauge.builder("talkgate.delivery.queue", sizes, all -> size(all, state).messages())
        .description("Messages that wait, over all replicas")
        .tag("state", state)
        .register(registry);
    Gauge.builder(
            "talkgate.delivery.queue.oldest",
            sizes,
            all -> size(all, state).oldest().toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("For how long the oldest of them has been waiting")
        .tag("state", state)
        .register(registry);
  }

  void called(SendOutcome outcome) {
    calls(kind(outcome), code(outcome)).increment();
  }

  private Counter calls(String kind, String code) {
    return registry.counter("talkgate.delivery.calls", "outcome", kind, "code", code);
  }

  void settled(Instant queuedAt, Settlement settlement, Settled settled) {
    if (settled != Settled.REFUSED && settlement.status() == DeliveryStatus.SENT) {
      Duration took = Duration.between(queuedAt, clock.instant());
      sent.record(took.isNegative() ? Duration.ZERO : took);
    }
  }

  void paced() {
    paced.increment();
  }

  void sampled(List<QueueSize> found) {
    STATES.forEach(state -> sizes.remove(state));
    found.forEach(size -> sizes.put(size.state(), size));
  }

  private static QueueSize size(Map<String, QueueSize> sizes, String state) {
    return sizes.getOrDefault(state, new QueueSize(state, 0, Duration.ZERO));
  }

  private static String kind(SendOutcome outcome) {
    return outcome.getClass().getSimpleName();
  }

  private static String code(SendOutcome outcome) {
    return outcome.resultCode().map(DeliveryMetrics::known).orElse("none");
  }

  private static String known(String code) {
    return CODES.contains(code) ? code : "other";
  }
}
