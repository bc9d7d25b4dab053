package io.talkgate.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * At the end of a replica: lets the drainer go on until the spool is empty, so that a replica that
 * does not come back (scaled down) leaves nothing behind. It does not wait for a database that is
 * away; then the spool stays on its volume for whoever takes it over.
 */
@Singleton
class LastDrain {
  private static final Logger LOG = Logger.getLogger(LastDrain.class);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final LongSupplier pending;
  private final BooleanSupplier databaseAway;
  private final Duration limit;

  @Inject
  LastDrain(DiskLeg spool, Legs legs, SpoolConfig config) {
    this(spool::pending, legs::isDatabaseAway, config.drainAtEnd());
  }

  LastDrain(LongSupplier pending, BooleanSupplier databaseAway, Duration limit) {
    this.pending = pending;
    this.databaseAway = databaseAway;
    this.limit = limit;
  }

  /** Before the drainer stops; no calls come any more. Blocks until then, or the limit is over. */
  void atStop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE - 1) ShutdownEvent stop) {
    long end = System.nanoTime() + limit.toNanos();
    while (hasWork() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    long left = pending.getAsLong();
    if (left > 0) {
      LOG.warnf(
          "%d calls stay in the spool; the next start on this data directory applies them.", left);
    }
  }

  private boolean hasWork() {
    return pending.getAsLong() > 0 && !databaseAway.getAsBoolean();
  }
}
