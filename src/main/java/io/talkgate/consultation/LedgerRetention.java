package io.talkgate.consultation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets raw events when their time is over: their brand's days after they were applied, 30 days
 * after they were received where they are parked (contract §1) or could not be applied.
 */
@Singleton
class LedgerRetention {
  private static final Duration NOT_APPLIED = Duration.ofDays(30);
  private static final int AT_ONCE = 10_000;

  /** A subquery tells the latest time of any brand: by it the index finds the rows. */
  private static final String FORGET =
      """
      delete from events where (brand_id, id) in (
        select e.brand_id, e.id from events e left join brand_retention r on r.brand_id = e.brand_id
        where e.received_at < $1::timestamptz - (select least(7, min(raw_event_days)) from brand_retention) * interval '1 day'
          and case e.state
            when 'APPLIED' then greatest(e.received_at, e.applied_at) < $1::timestamptz - coalesce(r.raw_event_days, 7) * interval '1 day'
            else e.received_at < $2::timestamptz end
        limit $3)
      """;

  private final Transactions transactions;
  private final Clock clock;

  LedgerRetention(@ActingAs(DatabaseRole.TIMERS) Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Forgets a bounded number; the rest goes with the next calls. */
  @Scheduled(every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    return transactions
        .query(
            FORGET,
            Tuple.of(
                Columns.time(clock.instant()),
                Columns.time(clock.instant().minus(NOT_APPLIED)),
                AT_ONCE))
        .replaceWithVoid();
  }
}
