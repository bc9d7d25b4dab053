package io.talkgate.simulator;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** One customer's webhook calls, one after the other. Used on the simulator's context only. */
final class Lane {
  static final int MAX_WAITING = 1_000;

  private Future<?> tail = Future.succeededFuture();
  private int waiting;

  boolean full() {
    return waiting >= MAX_WAITING;
  }

  <T> Future<T> then(Supplier<Future<T>> job) {
    waiting++;
    Future<T> mine = tail.transform(before -> job.get());
    tail = mine;
    return mine.onComplete(done -> waiting--);
  }
}
