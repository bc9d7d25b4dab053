package io.talkgate.platform.database;

import io.quarkus.arc.Unremovable;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Four pools of connections: intake's, delivery's and the timers' own, which log in with their
 * roles and which no load of the desk can drain, and that of everything else. All give up a
 * connection on which an answer is awaited for too long: a network that swallows packets would keep
 * it, and its place in the pool, until TCP gives up, a quarter of an hour later.
 */
@Singleton
class Pools {
  static final String INTAKE = "intake";
  static final String DELIVERY = "delivery";
  static final String TIMERS = "timers";

  /**
   * Longer than any of our statements, in characters. The client keeps none over 2,048 unless told
   * to: the longest are those that cost most to parse and to plan.
   */
  private static final int LONGEST_STATEMENT = 16_384;

  private final PoolConfig config;

  Pools(PoolConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  @Unremovable
  PgPoolCreator desk() {
    return input -> create(input, config.desk());
  }

  @Produces
  @Singleton
  @Unremovable
  @ReactiveDataSource(INTAKE)
  PgPoolCreator intake() {
    return input -> create(input, config.intake());
  }

  @Produces
  @Singleton
  @Unremovable
  @ReactiveDataSource(DELIVERY)
  PgPoolCreator delivery() {
    return input -> create(input, config.delivery());
  }

  @Produces
  @Singleton
  @Unremovable
  @ReactiveDataSource(TIMERS)
  PgPoolCreator timers() {
    return input -> create(input, config.timers());
  }

  private io.vertx.sqlclient.Pool create(PgPoolCreator.Input input, PoolConfig.Limits limits) {
    return PgBuilder.pool()
        .with(
            input
                .poolOptions()
                .setMaxWaitQueueSize(limits.waiting())
                .setConnectionTimeout(millis(config.waitLimit()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
        .connectingTo(mortal(input.pgConnectOptionsList(), limits.answerLimit()))
        .withConnectHandler(connection -> admit(connection, limits.answerLimit()))
        .using(input.vertx())
        .build();
  }

  private static void admit(SqlConnection connection, Duration answerLimit) {
    AnswerLimit.set(connection, answerLimit);
    connection.close();
  }

  /** Idle means neither read nor written: what is asked begins the time anew, an answer ends it. */
  private List<SqlConnectOptions> mortal(List<PgConnectOptions> servers, Duration answerLimit) {
    servers.forEach(
        server ->
            server
                .setConnectTimeout(millis(config.connectLimit()))
                .setTcpKeepAlive(true)
                .setIdleTimeout(millis(answerLimit))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT));
    return List.copyOf(servers);
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
