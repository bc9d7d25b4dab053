package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.talkgate.consultation.Outbox;
import io.talkgate.consultation.Settled;
import io.talkgate.consultation.Settlement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes settlements in batches: one batch in flight, and while it is being written the next one
 * gathers. What cannot be written is tried again until the lane's lease is over; then another
 * replica has found the message and settles it.
 */
@Singleton
class Settler {
  private static final int AT_ONCE = 256;
  private static final Duration SOON = Duration.ofMillis(20);

  private final Outbox outbox;
  private final DeliveryContext context;
  private final Duration patience;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private boolean writing;

  Settler(Outbox outbox, DeliveryContext context, DeliveryConfig config) {
    this.outbox = outbox;
    this.context = context;
    this.patience = config.sendLease();
  }

  private record Waiting(Settlement settlement, UniEmitter<? super Settled> answer, long until) {}

  /** Writes a settlement; fails if it could not be written in time. */
  Uni<Settled> settle(Settlement settlement) {
    long until = System.nanoTime() + patience.toNanos();
    return Uni.createFrom()
        .emitter(
            answer ->
                context.run(
                    () -> {
                      queue.add(new Waiting(settlement, answer, until));
                      write();
                    }));
  }

  private void write() {
    if (writing || queue.isEmpty()) {
      return;
    }
    writing = true;
    List<Waiting> batch = nextBatch();
    outbox
        .settle(batch.stream().map(Waiting::settlement).toList())
        .subscribe()
        .with(
            settled -> context.run(() -> written(batch, settled)),
            failure -> context.run(() -> failed(batch, failure)));
  }

  /** At most one settlement of a lane. */
  private List<Waiting> nextBatch() {
    List<Waiting> batch = new ArrayList<>();
    List<Waiting> later = new ArrayList<>();
    Set<UUID> lanes = new HashSet<>();
    while (batch.size() < AT_ONCE && !queue.isEmpty()) {
      Waiting next = queue.remove();
      (lanes.add(next.settlement.lane().customerId()) ? batch : later).add(next);
    }
    queue.addAll(later);
    return batch;
  }

  private void written(List<Waiting> batch, Map<UUID, Settled> settled) {
    writing = false;
    for (Waiting one : batch) {
      Settled what = settled.getOrDefault(one.settlement.messageId(), Settled.REFUSED);
      if (what == Settled.LOCKED) {
        again(one, new IllegalStateException("the lane stays locked"));
      } else {
        one.answer.complete(what);
      }
    }
    write();
  }

  private void failed(List<Waiting> batch, Throwable failure) {
    writing = false;
    batch.forEach(one -> again(one, failure));
  }

  private void again(Waiting one, Throwable why) {
    if (System.nanoTime() - one.until > 0) {
      one.answer.fail(why);
      return;
    }
    context.after(
        SOON,
        () -> {
          queue.add(one);
          write();
        });
  }
}
