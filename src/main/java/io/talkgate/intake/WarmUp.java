package io.talkgate.intake;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.EventRehearsal;
import io.talkgate.platform.database.SchemaMigration;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Rehearses a batch until it is quick, before the service calls itself ready. The first batches of
 * a service just started would otherwise run into their limit on a busy machine and go to the spool
 * although the database is there; another replica may then be ahead of them. Who calls meanwhile is
 * served.
 */
@Singleton
class WarmUp {
  /** Readiness waits no longer, whatever the database does. */
  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(WarmUp.class);
  private static final Duration QUICK = Duration.ofMillis(50);
  private static final int MOST_TIMES = 20;

  private final SchemaMigration schema;
  private final EventRehearsal rehearsal;
  private final Vertx vertx;
  private volatile boolean over;

  WarmUp(SchemaMigration schema, EventRehearsal rehearsal, Vertx vertx) {
    this.schema = schema;
    this.rehearsal = rehearsal;
    this.vertx = vertx;
  }

  /** Where the database is away at the start there is nothing to wait for. */
  void atStart(@Observes StartupEvent start) {
    if (schema.isDone()) {
      vertx.setTimer(LIMIT.toMillis(), late -> over = true);
      rehearse(1);
    } else {
      over = true;
    }
  }

  /** True once the service may call itself ready. */
  boolean isOver() {
    return over;
  }

  /** On two connections at once, as a live batch and the drainer need. */
  private void rehearse(int time) {
    long began = System.nanoTime();
    Uni.join()
        .all(rehearsal.run(), rehearsal.run())
        .andCollectFailures()
        .subscribe()
        .with(
            done -> rehearsed(time, Duration.ofNanos(System.nanoTime() - began)),
            failure -> end("after a failure: " + failure));
  }

  private void rehearsed(int time, Duration took) {
    if (over || time == MOST_TIMES || took.compareTo(QUICK) < 0) {
      end("a batch takes %d ms the %d. time".formatted(took.toMillis(), time));
    } else {
      rehearse(time + 1);
    }
  }

  private void end(String how) {
    over = true;
    LOG.debugf("Warm-up is over: %s.", how);
  }
}
