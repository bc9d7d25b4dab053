package io.talkgate.desk.stream;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets changes that are older than anybody may resume from, and notes that it did. */
@ApplicationScoped
class ChangeRetention {
  private static final int AT_ONCE = 10_000;

  private static final String FORGET =
      """
      with oldest as (
        select ctid, at from changes order by xid limit $2),
      gone as (
        delete from changes c using oldest o
        where c.ctid = o.ctid and o.at < now() - make_interval(secs => $1)
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
