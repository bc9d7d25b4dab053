package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Whether callers of calls that last are still who they were when these began. */
@Singleton
public class Standing {
  private static final String AS_BEFORE =
      """
      select from members
      where id = $1 and role = $2 and brand_id is not distinct from $3 and disabled_at is null
      """;

  private final BrandTransactions transactions;

  Standing(BrandTransactions transactions) {
    this.transactions = transactions;
  }

  /** Whether the member is still there and may log in, in the same brand and role. */
  public Uni<Boolean> isAsBefore(Caller caller) {
    return transactions
        .of(caller)
        .query(AS_BEFORE, Tuple.of(caller.memberId(), caller.role().name(), caller.brandId()))
        .map(rows -> rows.size() > 0);
  }
}
