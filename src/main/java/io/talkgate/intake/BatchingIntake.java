package io.talkgate.intake;

import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.EventApplier;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.platform.tracing.Traces;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings the events on the database's leg into it, in batches of one transaction each. While one
 * commits the next one gathers, so that no timer makes anybody wait and the batch grows by itself
 * with the load ({@link BatchQueue}).
 */
@Singleton
class BatchingIntake {
  /**
   * How long to wait before trying again where all that is left are customers whose rows somebody
   * else holds.
   */
  private static final long HELD_PAUSE_MILLIS = 20;

  private static final long LOOK_MILLIS = 100;

  /** A commit that takes longer has met a connection that is dead; nobody waits for it any more. */
  private static final Duration BATCH_LIMIT = Duration.ofSeconds(10);

  private final Legs legs;
  private final EventApplier applier;
  private final Vertx vertx;
  private final IntakeMetrics metrics;
  private final Traces traces;
  private volatile long looking;

  BatchingIntake(
      Legs legs, EventApplier applier, Vertx vertx, IntakeMetrics metrics, Traces traces) {
    this.legs = legs;
    this.applier = applier;
    this.vertx = vertx;
    this.metrics = metrics;
    this.traces = traces;
  }

  void atStart(@Observes StartupEvent start) {
    looking =
        vertx.setPeriodic(
            LOOK_MILLIS,
            timer -> {
              legs.look();
              next();
            });
  }

  void atStop(@Observes ShutdownEvent stop) {
    vertx.cancelTimer(looking);
  }

  /** Something may wait for its batch. Returns at once. */
  void next() {
    for (List<WaitingEvent> batch = legs.nextBatch(); !batch.isEmpty(); batch = legs.nextBatch()) {
      apply(batch);
    }
  }

  private void apply(List<WaitingEvent> batch) {
    metrics.batch(batch.size());
    Span span = traces.beginBatch("batch", batch, WaitingEvent::cause);
    Traces.during(span, keep(batch).ifNoItem().after(BATCH_LIMIT).fail(), BatchingIntake::told)
        .subscribe()
        .with(leftBehind -> answered(batch, leftBehind), failure -> failed(batch, failure));
  }

  private Uni<List<ReceivedEvent>> keep(List<WaitingEvent> batch) {
    List<ReceivedEvent> events = batch.stream().map(WaitingEvent::event).toList();
    boolean maybeKept = batch.stream().anyMatch(WaitingEvent::isMaybeKept);
    return maybeKept ? applier.keep(events) : applier.keepNew(events);
  }

  private static void told(Span span, List<ReceivedEvent> leftBehind) {
    span.setAttribute("talkgate.batch.left_behind", leftBehind.size());
  }

  private void answered(List<WaitingEvent> batch, List<ReceivedEvent> leftBehind) {
    boolean goOn =
        legs.answered(
            batch,
            leftBehind.stream().map(event -> event.stamp().id()).collect(Collectors.toSet()));
    if (goOn) {
      next();
    } else {
      vertx.setTimer(HELD_PAUSE_MILLIS, timer -> next());
    }
  }

  private void failed(List<WaitingEvent> batch, Throwable failure) {
    legs.failed(batch, failure);
    next();
  }
}
