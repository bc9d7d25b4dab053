package io.talkgate.intake;

import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.UnresolvedCall;
import io.talkgate.platform.Stamp;
import jakarta.inject.Singleton;

/**
 * Two legs: the database for 1.2 s, then the spool. Whichever took the event, it is durable when
 * this completes. {@link Legs} decides which.
 */
@Singleton
class DurableIntake implements Intake {
  private final Legs legs;
  private final BatchingIntake database;
  private final Drainer drainer;
  private final IntakeMetrics metrics;

  DurableIntake(Legs legs, BatchingIntake database, Drainer drainer, IntakeMetrics metrics) {
    this.legs = legs;
    this.database = database;
    this.drainer = drainer;
    this.metrics = metrics;
  }

  @Override
  public Uni<Void> keep(ReceivedEvent event, SpanContext cause) {
    return Uni.createFrom()
        .<Leg>emitter(
            caller -> {
              legs.take(new WaitingEvent(event, cause, caller));
              database.next();
            })
        .invoke(this::kept)
        .onFailure()
        .invoke(drainer::wake)
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> keepUnresolved(Stamp stamp, byte[] tokenHash, byte[] body) {
    UnresolvedCall call = new UnresolvedCall(stamp, tokenHash, body);
    return Uni.createFrom()
        .<Void>emitter(caller -> legs.take(call, () -> caller.complete(null), caller::fail))
        .invoke(metrics::bySpool)
        .onTermination()
        .invoke(drainer::wake);
  }

  private void kept(Leg leg) {
    if (leg == Leg.SPOOL) {
      metrics.bySpool();
      drainer.wake();
    } else {
      metrics.byDatabase();
    }
  }
}
