package io.talkgate.platform.database;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.Refusal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of explicit SQL on the reactive client, as one role of the database: injected by
 * {@link ActingAs}, or a caller's by {@code access.BrandTransactions}.
 */
public final class Transactions {
  private final Pool pool;
  private final @Nullable Scope scope;

  private Transactions(Pool pool, @Nullable Scope scope) {
    this.pool = pool;
    this.scope = scope;
  }

  /** On connections that have their role from the start: nothing is set for a transaction. */
  static Transactions on(Pool pool) {
    return new Transactions(pool, null);
  }

  /** On connections that have no rights by themselves. */
  static Transactions on(Pool pool, Scope scope) {
    return new Transactions(pool, scope);
  }

  /** Runs the work in one transaction, rolled back if it fails. */
  public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(connection -> scoped(connection, work));
  }

  /**
   * Runs the work in one transaction, rolled back if it fails or is refused: a refused call has
   * changed nothing.
   */
  public <T> Uni<Result<T>> runRefusable(Function<SqlConnection, Uni<Result<T>>> work) {
    return run((SqlConnection connection) ->
            work.apply(connection).invoke(Transactions::rollBackIfRefused))
        .onFailure(RolledBack.class)
        .recoverWithItem(failure -> Result.refused(failure.refusal));
  }

  /** Runs one prepared statement. */
  public Uni<RowSet<Row>> query(String sql, Tuple values) {
    return scope == null
        ? pool.preparedQuery(sql).execute(values)
        : run(connection -> connection.preparedQuery(sql).execute(values));
  }

  /** The scope goes out in front of the first statement without being waited for. */
  private <T> Uni<T> scoped(SqlConnection connection, Function<SqlConnection, Uni<T>> work) {
    return scope == null
        ? work.apply(connection)
        : Uni.combine()
            .all()
            .unis(connection.query(scope.sql()).execute(), work.apply(connection))
            .with((set, result) -> result);
  }

  private static <T> void rollBackIfRefused(Result<T> result) {
    if (result instanceof Result.Refused<T> refused) {
      throw new RolledBack(refused.refusal());
    }
  }

  private static final class RolledBack extends RuntimeException {
    private final transient Refusal refusal;

    RolledBack(Refusal refusal) {
      super(null, null, false, false);
      this.refusal = refusal;
    }
  }
}
