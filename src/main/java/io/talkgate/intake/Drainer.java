package io.talkgate.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.talkgate.consultation.EventApplier;
import io.talkgate.link.WebhookTokens;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Brings spooled events into the database, through the same code as live ones, as soon as it takes
 * them. One thread of its own, since reading the spool blocks.
 */
@Singleton
class Drainer {
  private static final Logger LOG = Logger.getLogger(Drainer.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** What a batch may take. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final DiskLeg spool;
  private final Spooled spooled;
  private final DrainPass pass;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread worker = new Thread(work, "talkgate-drainer");
            worker.setDaemon(true);
            return worker;
          });
  private final AtomicBoolean awake = new AtomicBoolean();

  Drainer(DiskLeg spool, Legs legs, Spooled spooled, EventApplier applier, WebhookTokens tokens) {
    this.spool = spool;
    this.spooled = spooled;
    this.pass = new DrainPass(spool, legs, spooled, applier, tokens, thread::isShutdown);
  }

  /** After the spool was opened, before the webhook is served. */
  void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent start) {
    spooled.foundOfEarlierRun(spool.pending());
    if (spool.pending() > 0) {
      wake();
    }
  }

  void atStop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop)
      throws InterruptedException {
    thread.shutdownNow();
    if (!thread.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      LOG.warn(
          "The drainer did not end in time; what it was doing is done again at the next start.");
    }
  }

  /** There is something in the spool. Returns at once. */
  void wake() {
    if (!thread.isShutdown() && awake.compareAndSet(false, true)) {
      execute();
    }
  }

  /** At the stop there is nobody left to drain; the next start does it. */
  private void execute() {
    try {
      thread.execute(this::drain);
    } catch (RejectedExecutionException stopping) {
      LOG.debug("The drainer has stopped.");
    }
  }

  private void drain() {
    awake.set(false);
    DrainPass.Left left;
    try {
      left = pass.run();
    } catch (RuntimeException failure) {
      left = afterFailure(failure);
    }
    if (left == DrainPass.Left.NEW_ONES) {
      wake();
    } else if (left == DrainPass.Left.HELD_ONES) {
      wakeLater();
    }
  }

  private void wakeLater() {
    if (!thread.isShutdown() && awake.compareAndSet(false, true)) {
      ScheduledFuture<?> unused =
          thread.schedule(this::drain, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private DrainPass.Left afterFailure(RuntimeException failure) {
    if (thread.isShutdown()) {
      return DrainPass.Left.NOTHING;
    }
    LOG.debugf("The spool cannot be drained (%s); trying again.", failure.toString());
    spool.rewind();
    return DrainPass.Left.HELD_ONES;
  }
}
