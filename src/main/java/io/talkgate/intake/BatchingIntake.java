package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.EventApplier;
import io.talkgate.consultation.ReceivedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Gathers events into batches of one transaction each. One batch is in flight: while it commits,
 * the next one gathers, so that no timer makes anybody wait and the batch grows by itself with the
 * load.
 */
@ApplicationScoped
class BatchingIntake {
  /**
   * How long to wait before trying again where all that is left are customers whose rows somebody
   * else holds.
   */
  private static final long HELD_PAUSE_MILLIS = 20;

  private static final Duration ALIVE = Duration.ofSeconds(1);

  /** A commit that takes longer has met a connection that is dead; nobody waits for it any more. */
  private static final Duration BATCH_LIMIT = Duration.ofSeconds(10);

  private final EventApplier applier;
  private final Vertx vertx;
  private final IntakeMetrics metrics;
  private final BatchQueue queue = new BatchQueue();
  private volatile long lastCommit = System.nanoTime();
  private final AtomicBoolean inFlight = new AtomicBoolean();

  BatchingIntake(EventApplier applier, Vertx vertx, IntakeMetrics metrics) {
    this.applier = applier;
    this.vertx = vertx;
    this.metrics = metrics;
  }

  /**
   * Completes once the event is durable in the database; fails if the database could not make it
   * so.
   */
  Uni<Void> keep(ReceivedEvent event) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              WaitingEvent waiting = new WaitingEvent(event, emitter);
              emitter.onTermination(waiting::abandon);
              if (queue.add(waiting)) {
                next();
              } else {
                emitter.fail(new IntakeFullException());
              }
            });
  }

  /**
   * True if a batch was committed within the limit that callers are given: the database takes
   * events.
   */
  boolean isAlive() {
    return System.nanoTime() - lastCommit < ALIVE.toNanos();
  }

  /** How many events wait for their batch. */
  int waiting() {
    return queue.size();
  }

  private void next() {
    if (!inFlight.compareAndSet(false, true)) {
      return;
    }
    List<WaitingEvent> batch = queue.take();
    if (!batch.isEmpty()) {
      apply(batch);
      return;
    }
    inFlight.set(false);
    if (!queue.isEmpty()) {
      next();
    }
  }

  private void apply(List<WaitingEvent> batch) {
    metrics.batch(batch.size());
    applier
        .keep(batch.stream().map(WaitingEvent::event).toList())
        .ifNoItem()
        .after(BATCH_LIMIT)
        .fail()
        .subscribe()
        .with(leftBehind -> kept(batch, leftBehind), failure -> failed(batch, failure));
  }

  private void kept(List<WaitingEvent> batch, List<ReceivedEvent> leftBehind) {
    Set<UUID> held =
        leftBehind.stream().map(event -> event.stamp().id()).collect(Collectors.toSet());
    List<WaitingEvent> again =
        batch.stream().filter(waiting -> held.contains(waiting.event().stamp().id())).toList();
    batch.stream()
        .filter(waiting -> !held.contains(waiting.event().stamp().id()))
        .forEach(WaitingEvent::complete);
    if (again.size() < batch.size()) {
      lastCommit = System.nanoTime();
    }
    boolean othersWait = !queue.isEmpty();
    queue.putBack(again);
    if (again.isEmpty() || othersWait) {
      proceed();
    } else {
      vertx.setTimer(HELD_PAUSE_MILLIS, timer -> proceed());
    }
  }

  private void failed(List<WaitingEvent> batch, Throwable failure) {
    batch.forEach(waiting -> waiting.fail(failure));
    proceed();
  }

  private void proceed() {
    inFlight.set(false);
    next();
  }
}
