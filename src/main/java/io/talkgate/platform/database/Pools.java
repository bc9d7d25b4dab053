package io.talkgate.platform.database;

import io.quarkus.arc.Unremovable;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.mutiny.sqlclient.Pool;
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
 * Two pools of connections: intake's own, so that no load of the desk can drain it, and that of
 * everything else. Both give up a connection on which an answer is awaited for too long: a network
 * that swallows packets would keep it, and its place in the pool, until TCP gives up, a quarter of
 * an hour later.
 */
@Singleton
class Pools {
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
  @ReactiveDataSource(IntakeDatabase.NAME)
  PgPoolCreator intake() {
    return input -> create(input, config.intake());
  }

  /** Transactions on intake's connections. */
  @Produces
  @Singleton
  @ReactiveDataSource(IntakeDatabase.NAME)
  Transactions intakeTransactions(@ReactiveDataSource(IntakeDatabase.NAME) Pool pool) {
    return new Transactions(pool);
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
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
    return List.copyOf(servers);
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
