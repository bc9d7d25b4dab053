package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorRoutesTest {
  private final Vertx vertx = Vertx.vertx();

  @TempDir Path directory = Path.of("");

  @AfterEach
  void close() {
    Harness.get(vertx.close());
  }

  @Test
  void mountsTheSimulatorWhereItIsSwitchedOn() {
    assertEquals(200, statusOf("/simulator", true));
    assertEquals(200, statusOf("/simulator/api/accounts", true));
  }

  @Test
  void mountsNothingWhereItIsNot() {
    assertEquals(404, statusOf("/simulator", false));
    assertEquals(404, statusOf("/simulator/api/accounts", false));
  }

  private int statusOf(String path, boolean enabled) {
    Router router = Router.router(vertx);
    SimulatorRoutes routes = new SimulatorRoutes();
    routes.mount(router, vertx, new Config(enabled, directory, 5));
    var server =
        Harness.get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    int status =
        Harness.get(
            vertx
                .createHttpClient()
                .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", path)
                .compose(request -> request.send())
                .map(HttpClientResponse::statusCode));
    routes.close(new ShutdownEvent());
    return status;
  }

  private record Config(boolean enabled, Path dataDirectory, int failuresUntilBlock)
      implements SimulatorConfig {}
}
