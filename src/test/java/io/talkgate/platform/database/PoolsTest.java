package io.talkgate.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.FaultyProxy;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network that swallows packets costs a pool its connections for seconds, not for good. */
@QuarkusTest
class PoolsTest {
  private static final int SIZE = 2;
  private static final int WAITING = 4;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);
  private static final Duration CONNECT_LIMIT = Duration.ofMillis(500);

  private static final Duration WAIT_LIMIT = Duration.ofSeconds(2);

  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  @Inject Vertx vertx;

  @Inject Pool desk;

  @Inject
  @ReactiveDataSource(Pools.INTAKE)
  Pool intake;

  private FaultyProxy network;
  private Pool pool;

  @BeforeEach
  void aPoolBehindANetwork() {
    PgConnectOptions server = server();
    network = FaultyProxy.to(server.getPort());
    pool = pool();
    assertTrue(isAnswered());
  }

  @AfterEach
  void end() {
    pool.close();
    network.close();
  }

  @Test
  void connectionsThatFellSilentMakeRoomForNewOnes() {
    askAll(SIZE, "select pg_sleep(0.05)").forEach(CompletableFuture::join);
    network.swallow();
    List<CompletableFuture<Integer>> lost = askAll(SIZE, "select pg_sleep(0.05)");
    network.pass();

    assertTrue(Eventually.get(this::isAnswered, answered -> answered));
    assertTrue(
        Eventually.get(() -> lost.stream().allMatch(CompletableFuture::isDone), done -> done));
    for (CompletableFuture<Integer> each : lost) {
      CompletionException failure = assertThrows(CompletionException.class, each::join);
      assertTrue(DatabaseErrors.isUnavailable(failure), failure.toString());
      assertFalse(DatabaseErrors.isOfTheData(failure), failure.toString());
    }
  }

  @Test
  void whoeverWaitsForAConnectionThatIsNeverMadeIsToldSoon() {
    network.swallow();
    Pool never = pool();
    CompletableFuture<Integer> asked =
        ask(never, "select 1").orTimeout(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);

    CompletionException failure = assertThrows(CompletionException.class, asked::join);

    assertFalse(failure.getCause() instanceof TimeoutException, "our own patience was over");
    assertTrue(DatabaseErrors.isUnavailable(failure), failure.toString());
    never.close();
  }

  @Test
  void theServersSideLetsGoOfATransactionThatNobodyContinues() {
    for (Pool each : List.of(desk, intake)) {
      assertTrue(setting(each, "idle_in_transaction_session_timeout").matches("[1-9]\\d*s"));
      assertEquals("10", setting(each, "tcp_keepalives_idle"));
    }
  }

  @Test
  void whoeverFindsTooManyWaitingIsRefusedAtOnce() {
    askAll(SIZE, "select pg_sleep(0.1)").forEach(CompletableFuture::join);
    List<CompletableFuture<Integer>> taken = askAll(SIZE + WAITING, "select pg_sleep(0.5)");

    assertThrows(CompletionException.class, () -> ask("select 1").join());

    taken.forEach(CompletableFuture::join);
    assertTrue(isAnswered());
  }

  @Test
  void anAnswerThatTakesItsTimeIsWaitedFor() {
    assertEquals(1, ask("select pg_sleep(0.8)").join());
    assertEquals(1, ask("select pg_sleep(0.8)").join());
  }

  private Pool pool() {
    PgConnectOptions behind = server().setHost("localhost").setPort(network.port());
    return new Pools(new Config())
        .intake()
        .create(new Input(vertx, new PoolOptions().setMaxSize(SIZE), List.of(behind)));
  }

  private static PgConnectOptions server() {
    return PgConnectOptions.fromUri(configured("reactive.url"))
        .setUser(configured("username"))
        .setPassword(configured("password"));
  }

  private List<CompletableFuture<Integer>> askAll(int count, String sql) {
    return Stream.generate(() -> ask(sql)).limit(count).toList();
  }

  private static String configured(String name) {
    return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
  }

  private static String setting(Pool pool, String name) {
    return pool.query("show " + name)
        .execute()
        .map(rows -> rows.iterator().next().getString(0))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private boolean isAnswered() {
    return ask("select 1")
        .orTimeout(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS)
        .handle((rows, failure) -> failure == null)
        .join();
  }

  private CompletableFuture<Integer> ask(String sql) {
    return ask(pool, sql);
  }

  private static CompletableFuture<Integer> ask(Pool pool, String sql) {
    return pool.query(sql)
        .execute()
        .map(rows -> rows.size())
        .toCompletionStage()
        .toCompletableFuture();
  }

  private record Input(
      Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
      implements PgPoolCreator.Input {}

  private static final class Config implements PoolConfig, PoolConfig.Limits {
    @Override
    public Duration connectLimit() {
      return CONNECT_LIMIT;
    }

    @Override
    public Duration waitLimit() {
      return WAIT_LIMIT;
    }

    @Override
    public Limits desk() {
      return this;
    }

    @Override
    public Limits intake() {
      return this;
    }

    @Override
    public Limits delivery() {
      return this;
    }

    @Override
    public Limits timers() {
      return this;
    }

    @Override
    public Duration answerLimit() {
      return ANSWER_LIMIT;
    }

    @Override
    public int waiting() {
      return WAITING;
    }
  }
}
