package io.talkgate.platform.database;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.Refusal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Transactions of explicit SQL on the reactive client. */
@ApplicationScoped
public class Transactions {
  private final Pool pool;

  Transactions(Pool pool) {
    this.pool = pool;
  }

  /** Runs the work in one transaction, rolled back if it fails. */
  public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(work);
  }

  /**
   * Reads and then writes in one transaction, in two round trips: BEGIN goes out with what is read
   * first, COMMIT with what is written. Whether something was written shows in the answer alone, so
   * nothing that is written may depend on another statement's answer.
   *
   * @param reading asks and decides
   * @param writing sends all its statements at once when it is subscribed to
   * @return what was read and decided, once it is committed
   */
  public <T> Uni<T> runInTwoTrips(
      Function<SqlConnection, Uni<T>> reading, BiFunction<SqlConnection, T, Uni<Void>> writing) {
    return pool.getConnection()
        .chain(
            connection ->
                begin(connection, reading)
                    .chain(
                        read ->
                            commit(connection, writing.apply(connection, read)).replaceWith(read))
                    .onTermination()
                    .call(
                        (read, failure, cancelled) ->
                            giveBack(connection, failure == null && !cancelled)));
  }

  private static <T> Uni<T> begin(
      SqlConnection connection, Function<SqlConnection, Uni<T>> reading) {
    return Uni.combine()
        .all()
        .unis(send(connection, "begin"), reading.apply(connection))
        .with((begun, read) -> read);
  }

  /** A COMMIT behind a statement that failed rolls back. */
  private static Uni<Void> commit(SqlConnection connection, Uni<Void> writing) {
    return Uni.join()
        .all(writing, send(connection, "commit"))
        .andCollectFailures()
        .onFailure(CompositeException.class)
        .transform(failure -> failure.getCauses().get(0))
        .replaceWithVoid();
  }

  private static Uni<Void> giveBack(SqlConnection connection, boolean committed) {
    Uni<Void> ended =
        committed
            ? Uni.createFrom().voidItem()
            : send(connection, "rollback").onFailure().recoverWithNull();
    return ended.chain(connection::close);
  }

  private static Uni<Void> send(SqlConnection connection, String statement) {
    return connection.query(statement).execute().replaceWithVoid();
  }

  /**
   * Runs the work in one transaction, rolled back if it fails or is refused: a refused call has
   * changed nothing.
   */
  public <T> Uni<Result<T>> runRefusable(Function<SqlConnection, Uni<Result<T>>> work) {
    return pool.withTransaction(
            connection -> work.apply(connection).invoke(Transactions::rollBackIfRefused))
        .onFailure(RolledBack.class)
        .recoverWithItem(failure -> Result.refused(failure.refusal));
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
