package io.talkgate.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.talkgate.intake.spool.SpoolRecord;
import io.talkgate.intake.spool.SpoolStream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which bodies are read that are too large for an event loop, and the places for
 * those that go to the disk as they come. Threads of their own: a disk that hangs must not take
 * those of the whole service.
 */
@Singleton
class BodyFiles {
  private static final int THREADS = 2;
  private static final int STREAMS = 16;

  private final WorkerExecutor threads;
  private final SpoolLeg spool;
  private final Semaphore places = new Semaphore(STREAMS);

  BodyFiles(Vertx vertx, SpoolLeg spool) {
    this.threads =
        vertx.createSharedWorkerExecutor("talkgate-bodies", THREADS, 1, TimeUnit.MINUTES);
    this.spool = spool;
  }

  void atStop(@Observes ShutdownEvent stop) {
    threads.close();
  }

  /** Does something that blocks or takes long; the answer comes where it was asked for. */
  <T> Future<T> run(Callable<T> work) {
    return threads.executeBlocking(work, false);
  }

  /** Takes a place for a body on its way to the disk; fails if all are taken. */
  Future<Void> take() {
    return places.tryAcquire()
        ? Future.succeededFuture()
        : Future.failedFuture(new IntakeFullException("too many bodies go to the disk at once"));
  }

  /** Gives a place back. */
  void give() {
    places.release();
  }

  /** Drops a body and gives its place back. */
  void drop(SpoolStream body) {
    run(() -> {
          body.close();
          return null;
        })
        .onComplete(closed -> give());
  }

  /** How many bodies are on their way to the disk. */
  int streams() {
    return STREAMS - places.availablePermits();
  }

  /** Blocking. */
  SpoolStream begin(SpoolRecord call) {
    return spool.begin(call);
  }
}
