package io.talkgate.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What is counted call by call (docs/metrics.md). All meters are made once: a call looks none up
 * and makes nothing.
 */
@Startup
@Singleton
class IntakeMetrics {
  private static final Duration[] ANSWER_BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(3),
    Duration.ofSeconds(5)
  };
  private static final double[] BATCH_BUCKETS = {1, 3, 10, 30, 100, 300, 1000};

  private final Counter database;
  private final Counter spool;
  private final Counter streamed;
  private final Counter unreadable;
  private final Counter payment;
  private final Counter caller;
  private final Counter unknownToken;
  private final Counter deadToken;
  private final Counter tooLarge;
  private final Counter notKept;
  private final Counter unresolved;
  private final Counter gone;
  private final Counter tooSlow;
  private final Timer answers;
  private final DistributionSummary batches;

  IntakeMetrics(MeterRegistry registry) {
    database = accepted(registry, "database");
    spool = accepted(registry, "spool");
    streamed = accepted(registry, "stream");
    unreadable =
        Counter.builder("talkgate.intake.unreadable")
            .description("Events kept although nothing could be read of them.")
            .register(registry);
    payment = refused(registry, "payment");
    caller = refused(registry, "caller");
    unknownToken = refused(registry, "unknown_token");
    deadToken = refused(registry, "dead_token");
    tooLarge = refused(registry, "too_large");
    notKept = refused(registry, "not_kept");
    unresolved = refused(registry, "unresolved");
    gone = refused(registry, "gone");
    tooSlow = refused(registry, "too_slow");
    answers =
        Timer.builder("talkgate.intake.answer")
            .description("From a call's first bytes to its answer.")
            .serviceLevelObjectives(ANSWER_BUCKETS)
            .register(registry);
    batches =
        DistributionSummary.builder("talkgate.intake.batch.events")
            .description("Events written to the database in one transaction.")
            .serviceLevelObjectives(BATCH_BUCKETS)
            .register(registry);
  }

  /** The database has taken an event. */
  void byDatabase() {
    database.increment();
  }

  /** The spool has taken an event. */
  void bySpool() {
    spool.increment();
  }

  /** The spool has taken an event whose body went to the disk as it came. */
  void byStream() {
    streamed.increment();
  }

  /** An event was kept that could not be read. */
  void unreadable() {
    unreadable.increment();
  }

  /** So many events go to the database together. */
  void batch(int events) {
    batches.record(events);
  }

  /** A call was answered. */
  void answered(WebhookAnswer answer, long nanos) {
    answers.record(nanos, TimeUnit.NANOSECONDS);
    if (answer.status() != WebhookAnswer.KEPT.status()) {
      counterOf(answer).increment();
    }
  }

  /** A call was answered 503 as too many of its kind wait for their token's being known. */
  void tooManyUnresolved(long nanos) {
    answers.record(nanos, TimeUnit.NANOSECONDS);
    unresolved.increment();
  }

  /** A call was given up because its body did not come. */
  void notRead(BodyNotReadException why) {
    (why.isTooSlow() ? tooSlow : gone).increment();
  }

  private Counter counterOf(WebhookAnswer answer) {
    return switch (answer.status()) {
      case 403 -> caller;
      case 404 -> unknownToken;
      case 409 -> payment;
      case 410 -> deadToken;
      case 413 -> tooLarge;
      default -> notKept;
    };
  }

  private static Counter accepted(MeterRegistry registry, String leg) {
    return Counter.builder("talkgate.intake.accepted")
        .description("Events that were made durable.")
        .tag("leg", leg)
        .register(registry);
  }

  private static Counter refused(MeterRegistry registry, String cause) {
    return Counter.builder("talkgate.intake.refused")
        .description("Calls that were not answered 200.")
        .tag("cause", cause)
        .register(registry);
  }
}
