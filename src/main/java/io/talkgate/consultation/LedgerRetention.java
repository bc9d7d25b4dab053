package io.talkgate.consultation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets raw events when their time is over: 7 days after they were applied, 30 days after they
 * were parked (contract §1).
 */
@ApplicationScoped
class LedgerRetention {
  private static final Duration APPLIED = Duration.ofDays(7);
  private static final Duration PARKED = Duration.ofDays(30);
  private static final int AT_ONCE = 10_000;

  private static final String FORGET =
      """
      delete from events where (brand_id, id) in (
        select brand_id, id from events
        where (state = 'APPLIED' and received_at < $1 and applied_at < $1) or (state = 'PARKED' and received_at < $2)
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
                Columns.time(clock.instant().minus(APPLIED)),
                Columns.time(clock.instant().minus(PARKED)),
                AT_ONCE))
        .replaceWithVoid();
  }
}
