package io.talkgate.delivery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.DeliveryStatus;
import io.talkgate.consultation.Outbox;
import io.talkgate.consultation.OverdueLane;
import io.talkgate.consultation.Settled;
import io.talkgate.consultation.Settlement;
import io.talkgate.consultation.Settlement.Next;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Takes up lanes whose sender is gone, and those whose wait for an echo is over. */
@Singleton
class Overdue {
  private static final Logger LOG = Logger.getLogger(Overdue.class);
  private static final UUID NONE = new UUID(0, 0);

  private final Outbox outbox;
  private final Settler settler;
  private final EchoPolicy policy = new EchoPolicy();
  private final AtomicBoolean underWay = new AtomicBoolean();

  Overdue(Outbox outbox, Settler settler) {
    this.outbox = outbox;
    this.settler = settler;
  }

  /** Settles them, unless that is under way; answers how many. */
  Uni<Integer> settle() {
    if (!underWay.compareAndSet(false, true)) {
      return Uni.createFrom().item(0);
    }
    return outbox
        .overdue()
        .chain(lanes -> settle(lanes).replaceWith(lanes.size()))
        .onTermination()
        .invoke(() -> underWay.set(false));
  }

  private Uni<Void> settle(List<OverdueLane> lanes) {
    long lost = lanes.stream().filter(lane -> lane.status() == DeliveryStatus.SENDING).count();
    if (lost > 0) {
      LOG.warnf(
          "%d messages were being sent by a replica that is gone; whether they arrived is unknown.",
          lost);
    }
    return Multi.createFrom()
        .iterable(lanes)
        .onItem()
        .transformToUniAndMerge(this::settle)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Settled> settle(OverdueLane lane) {
    UUID message = Objects.requireNonNullElse(lane.messageId(), NONE);
    Settlement settlement =
        policy
            .afterSilence(lane)
            .map(decision -> decision.settlement(lane.lane(), message))
            .orElseGet(() -> goOn(lane, message));
    return settler.settle(settlement);
  }

  /** Its message is settled: the status given here is not written. */
  private static Settlement goOn(OverdueLane lane, UUID message) {
    return new Settlement(
        lane.lane(),
        message,
        DeliveryStatus.UNKNOWN,
        null,
        null,
        null,
        false,
        Next.DONE,
        Duration.ZERO,
        lane.progress());
  }
}
