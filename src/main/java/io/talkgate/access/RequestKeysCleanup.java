package io.talkgate.access;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.DatabaseErrors;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Forgets Idempotency-Keys that are no longer honoured. */
@ApplicationScoped
class RequestKeysCleanup {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Pool pool;
  private final Clock clock;

  RequestKeysCleanup(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Deletes them; while the database is away it is left to the next hour. */
  @Scheduled(every = "1h", delayed = "1m")
  Uni<Void> forgetOldKeys() {
    return pool.preparedQuery("delete from idempotency_keys where created_at < $1")
        .execute(Tuple.of(OffsetDateTime.now(clock).minus(RequestKeys.HONOURED)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .replaceWithVoid()
        .onFailure(DatabaseErrors::isUnavailable)
        .recoverWithNull();
  }
}
