package io.talkgate.access;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Forgets Idempotency-Keys that are no longer honoured. */
@Singleton
class RequestKeysCleanup {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Transactions transactions;
  private final Clock clock;

  RequestKeysCleanup(@ActingAs(DatabaseRole.TIMERS) Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Deletes them; while the database is away it is left to the next hour. */
  @Scheduled(every = "1h", delayed = "1m")
  Uni<Void> forgetOldKeys() {
    return transactions
        .query(
            "delete from idempotency_keys where created_at < $1",
            Tuple.of(OffsetDateTime.now(clock).minus(RequestKeys.HONOURED)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .replaceWithVoid()
        .onFailure(DatabaseErrors::isUnavailable)
        .recoverWithNull();
  }
}
