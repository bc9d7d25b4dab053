package io.talkgate.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.Outbox;
import io.talkgate.consultation.OutboxMessage;
import io.talkgate.consultation.OutboxSignals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Empties the outbox: at once when a message is queued, and every second for what a stopped replica
 * left. At most {@value #AT_ONCE} calls are under way on this replica.
 */
@ApplicationScoped
class Delivery implements OutboxSignals {
  private static final Logger LOG = Logger.getLogger(Delivery.class);
  private static final int AT_ONCE = 16;

  private final Outbox outbox;
  private final Sender sender;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicBoolean claiming = new AtomicBoolean();
  private final AtomicBoolean again = new AtomicBoolean();

  Delivery(Outbox outbox, Sender sender) {
    this.outbox = outbox;
    this.sender = sender;
  }

  @Override
  public void queued() {
    again.set(true);
    claimNext();
  }

  /** Looks for messages that nobody has told of. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void lookAround() {
    queued();
  }

  /** Settles what a sender that died has left SENDING. */
  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> giveUpAbandoned() {
    return outbox
        .giveUpAbandoned()
        .invoke(
            count -> {
              if (count > 0) {
                LOG.warnf(
                    "%d messages were being sent when the service stopped; whether they arrived is unknown.",
                    count);
              }
            })
        .replaceWithVoid();
  }

  /** One claim at a time; whoever comes meanwhile is remembered. */
  private void claimNext() {
    int free = AT_ONCE - underWay.get();
    if (free <= 0 || !claiming.compareAndSet(false, true)) {
      return;
    }
    again.set(false);
    outbox.claim(free).subscribe().with(this::claimed, this::notClaimed);
  }

  private void claimed(List<OutboxMessage> messages) {
    underWay.addAndGet(messages.size());
    claiming.set(false);
    messages.forEach(
        message -> sender.send(message).subscribe().with(ignored -> sent(), this::notSettled));
    if (again.get() || !messages.isEmpty()) {
      claimNext();
    }
  }

  private void sent() {
    underWay.decrementAndGet();
    queued();
  }

  private void notSettled(Throwable failure) {
    underWay.decrementAndGet();
    LOG.warnf(
        "What became of a message could not be noted (%s); it will be UNKNOWN.",
        failure.getMessage());
  }

  private void notClaimed(Throwable failure) {
    claiming.set(false);
    LOG.debugf("The outbox cannot be read (%s); trying again.", failure.getMessage());
  }
}
