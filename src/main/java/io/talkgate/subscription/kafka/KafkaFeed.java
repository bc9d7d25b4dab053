package io.talkgate.subscription.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.talkgate.subscription.kafka.KafkaPosition.Part;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * Sends what happens to Kafka, at least once, each customer's events in their order. While Kafka is
 * away nothing is lost but what is older than three days, and nobody else waits.
 */
@Singleton
class KafkaFeed {
  private static final Logger LOG = Logger.getLogger(KafkaFeed.class);

  /** Changes, each of one statement, that are read at once. */
  private static final int AT_ONCE = 500;

  /** Events that wait for Kafka's word; fewer than the channel's buffer holds. */
  private static final int UNDER_WAY = 100;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final KafkaFeedConfig config;
  private final MutinyEmitter<Record<String, String>> channel;
  private final KafkaPosition position;
  private final Counter sent;
  private final Counter failed;
  private boolean away;

  KafkaFeed(
      KafkaFeedConfig config,
      @Channel("events") MutinyEmitter<Record<String, String>> channel,
      KafkaPosition position,
      MeterRegistry registry) {
    this.config = config;
    this.channel = channel;
    this.position = position;
    this.sent =
        Counter.builder("talkgate.kafka.events")
            .description("Events that Kafka has taken")
            .register(registry);
    this.failed =
        Counter.builder("talkgate.kafka.failures")
            .description("Parts that could not be sent to Kafka and are sent again")
            .register(registry);
  }

  /** Whoever switches Kafka off does not want changes to be kept for it. */
  void atStart(@Observes StartupEvent start) {
    if (!config.enabled()) {
      position
          .forget()
          .subscribe()
          .with(done -> {}, without -> LOG.debug("Kafka's position is not forgotten.", without));
    }
  }

  /** Sends all that was committed until now. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> feed() {
    return config.enabled()
        ? position
            .take()
            .chain(lease -> lease.map(this::feed).orElseGet(() -> Uni.createFrom().voidItem()))
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> feed(long lease) {
    return part(lease)
        .onFailure()
        .recoverWithItem(this::failed)
        .call(() -> position.giveBack(lease))
        .chain(more -> more ? feed() : Uni.createFrom().voidItem());
  }

  /** Whether there is more to be sent at once. */
  private Uni<Boolean> part(long lease) {
    return position
        .read(AT_ONCE)
        .call(this::send)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .call(part -> position.reached(lease, part))
        .invoke(this::succeeded)
        .map(part -> !part.last());
  }

  private Uni<Void> send(Part part) {
    return Multi.createFrom()
        .iterable(part.events())
        .onItem()
        .transformToUni(event -> channel.send(Record.of(event.key(), event.value())))
        .merge(UNDER_WAY)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private void succeeded(Part part) {
    sent.increment(part.events().size());
    if (away) {
      away = false;
      LOG.info("Kafka takes events again.");
    }
  }

  private boolean failed(Throwable failure) {
    failed.increment();
    if (!away) {
      away = true;
      LOG.warnf("Kafka takes no events (%s). They are kept for three days.", failure);
    }
    return false;
  }
}
