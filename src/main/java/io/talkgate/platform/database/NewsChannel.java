package io.talkgate.platform.database;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** By which replicas tell each other, with LISTEN and NOTIFY, that something was committed. */
@Singleton
public class NewsChannel {
  private static final String NAME = "talkgate_changes";

  private final Pool pool;

  NewsChannel(@ReactiveDataSource(Pools.TIMERS) Pool pool) {
    this.pool = pool;
  }

  /** Asks the database something on any connection; answered on the caller's context. */
  public Future<RowSet<Row>> query(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values);
  }

  /**
   * Takes a connection for good and listens on it.
   *
   * @param news called, on the connection's context, whenever a replica has told of something
   * @param lost called there once the connection is gone
   */
  public Future<Line> open(Runnable news, Consumer<Line> lost) {
    return pool.getConnection()
        .compose(
            connection ->
                connection
                    .query("listen " + NAME)
                    .execute()
                    .map(listening -> line(connection, news, lost))
                    .onFailure(failure -> connection.close()));
  }

  private static Line line(SqlConnection connection, Runnable news, Consumer<Line> lost) {
    Line line = new Line(connection);
    PgConnection.cast(connection).notificationHandler(told -> news.run());
    connection.closeHandler(closed -> lost.accept(line));
    return line;
  }

  /** A connection that listens. */
  public static final class Line {
    private final SqlConnection connection;

    private Line(SqlConnection connection) {
      this.connection = connection;
    }

    /** Asks something on this very connection. */
    public Future<RowSet<Row>> query(String sql, Tuple values) {
      return connection.preparedQuery(sql).execute(values);
    }

    /** Tells all replicas, this one included. */
    public Future<Void> tell() {
      return connection.query("notify " + NAME).execute().mapEmpty();
    }

    /** Gives the connection up. */
    public void close() {
      connection.query("unlisten *").execute().onComplete(done -> connection.close());
    }
  }
}
