package io.talkgate.platform.database;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.Refusal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
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
