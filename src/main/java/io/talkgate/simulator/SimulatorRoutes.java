package io.talkgate.simulator;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Mounts the simulator in the running application if it is switched on; otherwise {@code
 * /simulator} does not exist.
 */
@Singleton
class SimulatorRoutes {
  private static final Logger LOG = Logger.getLogger(SimulatorRoutes.class);
  private static final long CLOSE_SECONDS = 5;

  private @Nullable Simulator running;

  void mount(@Observes Router router, Vertx vertx, SimulatorConfig config) {
    if (config.enabled()) {
      SimulatorSettings settings =
          SimulatorSettings.naver()
              .keptIn(config.dataDirectory())
              .blockingAfter(config.failuresUntilBlock());
      running = Simulator.mount(router, vertx, settings);
    }
  }

  void close(@Observes ShutdownEvent end) {
    Simulator simulator = running;
    if (simulator == null) {
      return;
    }
    try {
      simulator
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The simulator did not close in time", e);
    }
  }
}
