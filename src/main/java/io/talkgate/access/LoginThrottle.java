package io.talkgate.access;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.DeskDatabase;
import io.talkgate.platform.database.Scope;
import io.talkgate.platform.database.Transactions;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Bounds how often passwords may be guessed at, over all replicas. An attempt is counted before the
 * password is looked at and taken back if it was right: else a thousand guesses at the same moment
 * would all find a count of none.
 */
@Singleton
class LoginThrottle {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration CLEANUP_LIMIT = Duration.ofSeconds(60);

  /**
   * In the order of the keys, as {@link #FORGIVE} does: two attempts cannot lock each other out.
   */
  private static final String COUNT =
      """
      insert into login_attempts as held (key_hash, attempts, since)
      select key_hash, 1, $2::timestamptz from unnest($1::bytea[]) as key_hash order by key_hash
      on conflict (key_hash) do update set
        attempts = case when held.since < $3 then 1 else least(held.attempts + 1, 1000000) end,
        since = case when held.since < $3 then excluded.since else held.since end
      returning key_hash, attempts
      """;

  /** The first key is that of the account from the address; the others lose this attempt alone. */
  private static final String FORGIVE =
      """
      update login_attempts
      set attempts = case when key_hash = $2 then 0 else greatest(attempts - 1, 0) end
      where key_hash in
        (select key_hash from login_attempts where key_hash = any ($1) order by key_hash for update)
      """;

  private final Transactions transactions;
  private final Clock clock;
  private final LoginConfig config;

  LoginThrottle(DeskDatabase database, Clock clock, LoginConfig config) {
    this.transactions = database.as(Scope.of(DatabaseRole.LOGIN));
    this.clock = clock;
    this.config = config;
  }

  /** Counts an attempt; false if there were too many before, and the password must not count. */
  Uni<Boolean> admit(LoginAttempt attempt) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Keys keys = Keys.of(attempt);
    return run(COUNT, Tuple.of(keys.all(), now, now.minus(config.window())))
        .map(counts -> isWithinLimits(counts, keys));
  }

  /** The attempt was right. */
  Uni<Void> forgive(LoginAttempt attempt) {
    Keys keys = Keys.of(attempt);
    return run(FORGIVE, Tuple.of(keys.all(), keys.both())).replaceWithVoid();
  }

  /** Deletes what no longer counts; while the database is away it is left to the next time. */
  @Scheduled(every = "15m", delayed = "3m")
  Uni<Void> forgetOldAttempts() {
    return transactions
        .query(
            "delete from login_attempts where since < $1",
            Tuple.of(OffsetDateTime.now(clock).minus(config.window())))
        .ifNoItem()
        .after(CLEANUP_LIMIT)
        .fail()
        .replaceWithVoid()
        .onFailure(DatabaseErrors::isUnavailable)
        .recoverWithNull();
  }

  private boolean isWithinLimits(RowSet<Row> counts, Keys keys) {
    for (Row row : counts) {
      if (row.getInteger("attempts") > limit(row.getBuffer("key_hash").getDelegate(), keys)) {
        return false;
      }
    }
    return true;
  }

  private int limit(Buffer key, Keys keys) {
    if (key.equals(keys.both())) {
      return config.failuresPerAccountAndAddress();
    }
    return key.equals(keys.account()) ? config.failuresPerAccount() : config.failuresPerAddress();
  }

  private Uni<RowSet<Row>> run(String sql, Tuple values) {
    return transactions.query(sql, values).ifNoItem().after(LIMIT).fail();
  }

  /** What an attempt is counted under. The parts are told apart by characters that names lack. */
  private record Keys(Buffer both, Buffer account, Buffer address) {
    static Keys of(LoginAttempt attempt) {
      String account = "account\n" + attempt.username();
      String address = "address\n" + attempt.address();
      return new Keys(
          Secrets.hash(account + "\n" + address), Secrets.hash(account), Secrets.hash(address));
    }

    Buffer[] all() {
      return List.of(both, account, address).toArray(Buffer[]::new);
    }
  }
}
