package io.talkgate.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.Outbox;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** What delivery does now and then. */
@Singleton
class DeliveryRounds {
  private static final Logger LOG = Logger.getLogger(DeliveryRounds.class);

  private final Outbox outbox;
  private final DeliveryMetrics metrics;

  DeliveryRounds(Outbox outbox, DeliveryMetrics metrics) {
    this.outbox = outbox;
    this.metrics = metrics;
  }

  /** Nothing is sent for a revoked link; its agents are to know. */
  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> failOfRevoked() {
    return quietly(outbox.failOfRevoked().replaceWithVoid());
  }

  /** Samples the queue for the metrics. */
  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sample() {
    return quietly(outbox.sizes().invoke(metrics::sampled).replaceWithVoid());
  }

  private static Uni<Void> quietly(Uni<Void> work) {
    return work.onFailure()
        .invoke(failure -> LOG.debugf("The outbox cannot be read (%s).", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }
}
