package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.intake.spool.UnresolvedCall;
import io.talkgate.platform.Stamp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Two legs: the database for 1.2 s, then the spool. Whichever took the event, it is durable when
 * this completes.
 */
@ApplicationScoped
class DurableIntake implements Intake {
  private static final Logger LOG = Logger.getLogger(DurableIntake.class);
  private static final Duration DATABASE_LIMIT = Duration.ofMillis(1200);

  private final BatchingIntake database;
  private final SpoolLeg spool;
  private final Diverted diverted;
  private final Drainer drainer;
  private final IntakeMetrics metrics;

  DurableIntake(
      BatchingIntake database,
      SpoolLeg spool,
      Diverted diverted,
      Drainer drainer,
      IntakeMetrics metrics) {
    this.database = database;
    this.spool = spool;
    this.diverted = diverted;
    this.drainer = drainer;
    this.metrics = metrics;
  }

  @Override
  public Uni<Void> keep(ReceivedEvent event) {
    if (diverted.isDiverted(event)) {
      return spool(event).onFailure().recoverWithUni(diskFailed -> toDatabase(event));
    }
    return toDatabase(event).onFailure().recoverWithUni(failure -> afterFailure(event, failure));
  }

  private Uni<Void> toDatabase(ReceivedEvent event) {
    return database.keep(event).ifNoItem().after(DATABASE_LIMIT).fail().invoke(metrics::byDatabase);
  }

  @Override
  public Uni<Void> keepUnresolved(Stamp stamp, byte[] tokenHash, byte[] body) {
    databaseFailed("a token could not be looked up");
    return spool
        .append(new UnresolvedCall(stamp, tokenHash, body))
        .invoke(drainer::wake)
        .invoke(metrics::bySpool);
  }

  /** A held row keeps one event waiting while the database takes all others: that is no outage. */
  private Uni<Void> afterFailure(ReceivedEvent event, Throwable failure) {
    if (!database.isAlive()) {
      databaseFailed(failure.toString());
    }
    return spool(event);
  }

  private Uni<Void> spool(ReceivedEvent event) {
    diverted.note(event);
    return spool
        .append(new SpooledEvent(event.stamp(), event.brandId(), event.linkId(), event.body()))
        .onFailure()
        .invoke(notWritten -> diverted.settle(event.stamp().id()))
        .invoke(drainer::wake)
        .invoke(metrics::bySpool);
  }

  private void databaseFailed(String why) {
    if (diverted.databaseIsAway()) {
      drainer.wake();
      LOG.warnf("The database does not take events (%s). They go to the spool until it does.", why);
    }
  }
}
