package io.talkgate.platform.database;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HalfClosedTest {
  private static final int PATIENT = 10_000;

  @Test
  void aServerThatNeverAnswersKeepsNoPlaceOfThePool() throws IOException {
    Vertx vertx = Vertx.vertx();
    try (ServerSocket mute = new ServerSocket(0)) {
      mute.setSoTimeout(PATIENT);
      HalfClosed.watch(vertx, Duration.ofMillis(50));
      Pool pool = poolOfOne(vertx, mute.getLocalPort());
      pool.getConnection();
      try (Socket first = mute.accept()) {

        pool.getConnection();

        try (Socket second = mute.accept()) {
          assertNotEquals(first.getPort(), second.getPort());
        }
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static Pool poolOfOne(Vertx vertx, int port) {
    PgConnectOptions server =
        new PgConnectOptions()
            .setHost("localhost")
            .setPort(port)
            .setUser("somebody")
            .setPassword("secret")
            .setDatabase("some")
            .setIdleTimeout(100)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(1))
        .connectingTo(server)
        .using(vertx)
        .build();
  }
}
