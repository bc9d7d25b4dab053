package io.talkgate.platform.database;

import io.smallrye.mutiny.CompositeException;
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
    return scope == null ? pool.withTransaction(work) : unwaited(work);
  }

  /**
   * The same for work whose first statements write nothing: BEGIN goes out in front of them without
   * being waited for, which saves a round trip. Should the database refuse BEGIN and live on, as
   * when somebody cancels it, they run outside of a transaction, and nothing follows them.
   */
  public <T> Uni<T> runReadingFirst(Function<SqlConnection, Uni<T>> work) {
    return unwaited(work);
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
    return scope == null ? pool.preparedQuery(sql).execute(values) : alone(scope, sql, values);
  }

  /**
   * One statement and what is around it, in one round trip. COMMIT may go out unseen since there is
   * nothing else that could be kept without it: after a refused statement it rolls back.
   */
  private Uni<RowSet<Row>> alone(Scope as, String sql, Tuple values) {
    return pool.withConnection(
        connection ->
            Uni.combine()
                .all()
                .unis(
                    connection.query("begin; " + as.sql()).execute(),
                    Uni.createFrom().deferred(() -> connection.preparedQuery(sql).execute(values)),
                    connection.query("commit").execute())
                .collectFailures()
                .with((begun, rows, committed) -> rows)
                .onFailure(CompositeException.class)
                .transform(failures -> failures.getCauses().get(0)));
  }

  /**
   * Where there is a scope the first statements may write, too: outside of a transaction it is over
   * before them, and the connection has no rights by itself.
   */
  private <T> Uni<T> unwaited(Function<SqlConnection, Uni<T>> work) {
    return pool.withConnection(
        connection ->
            Uni.combine()
                .all()
                .unis(connection.begin(), Uni.createFrom().deferred(() -> scoped(connection, work)))
                .with((begun, result) -> result)
                .onFailure()
                .call(() -> rollBack(connection))
                .call(() -> connection.transaction().commit()));
  }

  /** The scope goes out in front of the first statement without being waited for, either. */
  private <T> Uni<T> scoped(SqlConnection connection, Function<SqlConnection, Uni<T>> work) {
    return scope == null
        ? work.apply(connection)
        : Uni.combine()
            .all()
            .unis(connection.query(scope.sql()).execute(), work.apply(connection))
            .with((set, result) -> result);
  }

  /** Once all that was sent has been answered. The failure that led here is the one to tell. */
  private static Uni<Void> rollBack(SqlConnection connection) {
    return connection.transaction().rollback().onFailure().recoverWithNull();
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
