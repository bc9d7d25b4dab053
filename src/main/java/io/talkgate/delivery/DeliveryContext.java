package io.talkgate.delivery;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** The one event loop on which delivery keeps its state, so that it needs no locks. */
@Singleton
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
   * Does work that calls other services, each in a context of its own: the REST client looks for
   * one of a request.
   */
  <T> Uni<T> apart(Supplier<Uni<? extends T>> work) {
    Context own = VertxContext.createNewDuplicatedContext(context);
    return Uni.createFrom()
        .emitter(
            emitter ->
                own.runOnContext(
                    now -> {
                      ManagedContext request = Arc.container().requestContext();
                      request.activate();
                      Uni.createFrom()
                          .deferred(work)
                          .onTermination()
                          .invoke(() -> own.runOnContext(done -> request.terminate()))
                          .subscribe()
                          .with(emitter::complete, emitter::fail);
                    }));
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
