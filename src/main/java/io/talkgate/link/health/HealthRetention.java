package io.talkgate.link.health;

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
import java.time.Instant;

/** Takes away what no rhythm is learned from and no hour is counted by any more. */
@Singleton
class HealthRetention {
  private static final Duration ANSWERS = Duration.ofDays(2);
  private static final int WEEKS = Rhythm.WEEKS + 1;

  private final Transactions transactions;
  private final Clock clock;

  HealthRetention(@ActingAs(DatabaseRole.TIMERS) Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Takes away what is too old. */
  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tidy() {
    Instant now = clock.instant();
    return transactions
        .query(
            "delete from link_answers where slot < $1", Tuple.of(Columns.time(now.minus(ANSWERS))))
        .chain(
            () ->
                transactions.query(
                    "delete from link_days where day < $1",
                    Tuple.of(KoreanHour.of(now).day().minusWeeks(WEEKS))))
        .replaceWithVoid();
  }
}
