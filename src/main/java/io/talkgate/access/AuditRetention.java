package io.talkgate.access;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Forgets the audit after two years. When they are over is decided by the database, whose function
 * is the one way in which the application's role can take entries away (migration V17).
 */
@Singleton
class AuditRetention {
  private static final int AT_ONCE = 5_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Transactions transactions;

  AuditRetention(@ActingAs(DatabaseRole.TIMERS) Transactions transactions) {
    this.transactions = transactions;
  }

  /** Forgets a bounded number; the rest goes with the next calls. */
  @Scheduled(every = "10m", delayed = "2m")
  Uni<Void> forget() {
    return transactions
        .query("select forget_audit($1)", Tuple.of(AT_ONCE))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .replaceWithVoid()
        .onFailure(DatabaseErrors::isUnavailable)
        .recoverWithNull();
  }
}
