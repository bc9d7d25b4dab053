package io.talkgate.delivery;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The one event loop on which delivery keeps its state, so that it needs no locks. */
@ApplicationScoped
class DeliveryContext {
  private final Vertx vertx;
  private final Context context;

  DeliveryContext(Vertx vertx) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
  }

  /** Runs something there, soon. */
  void run(Runnable work) {
    context.runOnContext(now -> work.run());
  }

  /**
   * Runs something there after a while.
   *
   * @return for {@link #cancel}
   */
  long after(Duration wait, Runnable work) {
    return vertx.setTimer(Math.max(1, wait.toMillis()), timer -> run(work));
  }

  void cancel(long timer) {
    vertx.cancelTimer(timer);
  }
}
