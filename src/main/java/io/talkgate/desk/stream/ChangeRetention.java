package io.talkgate.desk.stream;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/**
 * Forgets changes that are older than anybody may resume from, and notes that it did. What other
 * systems are still to be told is kept longer, for three days at most.
 */
@Singleton
class ChangeRetention {
  private static final int AT_ONCE = 10_000;

  private static final String FORGET =
      """
      with oldest as (
        select ctid, at, xid from changes order by xid limit $2),
      gone as (
        delete from changes c using oldest o
        where c.ctid = o.ctid and o.at < now() - make_interval(secs => $1)
          and (o.at < now() - interval '3 days' or not exists (
            select from change_followers f where o.xid >= pg_snapshot_xmin(f.base)))
        returning c.xid)
      update changes_forgotten f
      set xid = greatest(f.xid, (select xid from gone order by xid desc limit 1))
      where exists (select from gone)
      """;

  private final Transactions transactions;
  private final StreamConfig config;

  ChangeRetention(@ActingAs(DatabaseRole.TIMERS) Transactions transactions, StreamConfig config) {
    this.transactions = transactions;
    this.config = config;
  }

  /** Forgets a bounded number; the rest goes with the next calls. */
  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    return transactions
        .query(FORGET, Tuple.of((double) config.keep().toSeconds(), AT_ONCE))
        .replaceWithVoid();
  }
}
