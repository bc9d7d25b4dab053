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
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads and writes {@code browser_sessions}. By plain SQL, as {@link Accounts} does. */
@Singleton
class SessionRows {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration CLEANUP_LIMIT = Duration.ofSeconds(60);

  /** How exactly the time of the last call is known: one write a minute, not one a call. */
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  /** The member's row says who that is now, not at the login. */
  private static final String FIND =
      """
      select s.used_at, m.brand_id, m.id, m.name, m.role
      from browser_sessions s join members m on m.id = s.member_id
      where s.id_hash = $1 and s.expires_at > $2 and s.used_at > $3 and m.disabled_at is null
        and (m.sessions_since is null or s.created_at > m.sessions_since)
      """;

  private static final String INSERT =
      """
      insert into browser_sessions (brand_id, id_hash, member_id, created_at, used_at, expires_at)
      values ($1, $2, $3, $4, $4, $5)
      """;

  /** Twenty browsers a member: a script that logs in for each of its calls fills no table. */
  private static final String DELETE_SURPLUS =
      """
      delete from browser_sessions where id_hash in
        (select id_hash from browser_sessions where member_id = $1
         order by created_at desc offset 20)
      """;

  private final Transactions transactions;
  private final Clock clock;
  private final SessionConfig config;

  SessionRows(DeskDatabase database, Clock clock, SessionConfig config) {
    this.transactions = database.as(Scope.of(DatabaseRole.LOGIN));
    this.clock = clock;
    this.config = config;
  }

  /** Whose session it is, if it has not ended; notes that it was used. */
  Uni<Optional<Caller>> find(String id) {
    OffsetDateTime now = now();
    Buffer hash = Secrets.hash(id);
    return run(FIND, Tuple.of(hash, now, now.minus(config.idle())))
        .chain(
            rows -> {
              RowIterator<Row> found = rows.iterator();
              return found.hasNext()
                  ? noteUse(found.next(), hash, now)
                  : Uni.createFrom().item(Optional.empty());
            });
  }

  Uni<Void> insert(BrowserSession session) {
    OffsetDateTime now = now();
    Caller caller = session.caller();
    return run(
            INSERT,
            Tuple.of(
                caller.brandId(),
                Secrets.hash(session.id()),
                caller.memberId(),
                now,
                now.plus(config.lifetime())))
        .chain(() -> run(DELETE_SURPLUS, Tuple.of(caller.memberId())))
        .replaceWithVoid();
  }

  Uni<Void> delete(String id) {
    return run("delete from browser_sessions where id_hash = $1", Tuple.of(Secrets.hash(id)))
        .replaceWithVoid();
  }

  /** Deletes what has ended; while the database is away it is left to the next hour. */
  @Scheduled(every = "1h", delayed = "2m")
  Uni<Void> forgetEnded() {
    OffsetDateTime now = now();
    return transactions
        .query(
            "delete from browser_sessions where expires_at < $1 or used_at < $2",
            Tuple.of(now, now.minus(config.idle())))
        .ifNoItem()
        .after(CLEANUP_LIMIT)
        .fail()
        .replaceWithVoid()
        .onFailure(DatabaseErrors::isUnavailable)
        .recoverWithNull();
  }

  private Uni<Optional<Caller>> noteUse(Row row, Buffer hash, OffsetDateTime now) {
    Optional<Caller> caller = Optional.of(Accounts.caller(row));
    if (row.getOffsetDateTime("used_at").isAfter(now.minus(USE_NOTED_EVERY))) {
      return Uni.createFrom().item(caller);
    }
    return run("update browser_sessions set used_at = $2 where id_hash = $1", Tuple.of(hash, now))
        .replaceWith(caller);
  }

  private Uni<RowSet<Row>> run(String sql, Tuple values) {
    return transactions.query(sql, values).ifNoItem().after(LIMIT).fail();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
