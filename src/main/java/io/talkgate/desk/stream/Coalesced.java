package io.talkgate.desk.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Does the same thing again and again, but never twice at a time: whatever asks meanwhile is served
 * by one more time after it, at least a pause later. Used on one context.
 */
final class Coalesced {
  private final Vertx vertx;
  private final long pauseMillis;
  private final Supplier<Future<Void>> work;
  private boolean busy;
  private boolean again;

  Coalesced(Vertx vertx, long pauseMillis, Supplier<Future<Void>> work) {
    this.vertx = vertx;
    this.pauseMillis = pauseMillis;
    this.work = work;
  }

  /** Begins after this call, at once or when what is under way is done. */
  void ask() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    Future<Void> unused =
        work.get().onComplete(done -> vertx.setTimer(pauseMillis, timer -> rested()));
  }

  private void rested() {
    busy = false;
    if (again) {
      again = false;
      ask();
    }
  }
}
