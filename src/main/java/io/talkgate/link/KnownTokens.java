package io.talkgate.link;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.talkgate.platform.TalkGateConfig;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * All live tokens by their hash, kept in memory and in the data directory, so that the webhook is
 * served while the database is away, even by a replica that starts then. Asked anew every ten
 * seconds; a call does not wait for the database as long as that is fresh.
 */
@Singleton
class KnownTokens {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final String LIVE =
      """
      select t.token_hash, t.brand_id, t.link_id, t.expires_at
      from webhook_tokens t join links l on l.brand_id = t.brand_id and l.id = t.link_id
      where l.status <> 'REVOKED' and (t.expires_at is null or t.expires_at > $1)
      """;

  private final Transactions transactions;
  private final Clock clock;
  private final TokenFile file;
  private volatile boolean databaseAway;
  private final Map<String, KnownToken> byHash = new ConcurrentHashMap<>();

  /** How many times a link's tokens have changed: what was asked for before that is out of date. */
  private final AtomicLong changes = new AtomicLong();

  KnownTokens(
      @ActingAs(DatabaseRole.INTAKE) Transactions transactions,
      Clock clock,
      TalkGateConfig config) {
    this.transactions = transactions;
    this.clock = clock;
    this.file = new TokenFile(config.dataDir().resolve("webhook-tokens"));
  }

  void atStart(@Observes StartupEvent start) {
    byHash.putAll(file.read());
  }

  /** Asks the database for all live tokens. */
  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refresh() {
    Instant asked = clock.instant();
    long changesBefore = changes();
    return transactions
        .query(LIVE, Tuple.of(asked.atOffset(ZoneOffset.UTC)))
        .map(rows -> read(rows, asked))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(live -> replace(live, changesBefore))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(live -> live.ifPresent(file::write))
        .replaceWithVoid()
        .invoke(() -> databaseAway = false)
        .onFailure()
        .invoke(() -> databaseAway = true)
        .onFailure()
        .recoverWithNull();
  }

  /** The database did not answer when it was asked for a token. */
  void databaseIsAway() {
    databaseAway = true;
  }

  /**
   * What the database said of late, or at some time while it is away; empty if it has to be asked.
   */
  Optional<TokenOwner> fresh(byte[] hash) {
    KnownToken known = byHash.get(key(hash));
    Instant now = clock.instant();
    return known == null || (!databaseAway && known.verifiedAt().plus(FRESH).isBefore(now))
        ? Optional.empty()
        : Optional.of(known.ownerAt(now));
  }

  /** What the database said at some time; empty if it never spoke of this token. */
  Optional<TokenOwner> remembered(byte[] hash) {
    KnownToken known = byHash.get(key(hash));
    return known == null ? Optional.empty() : Optional.of(known.ownerAt(clock.instant()));
  }

  /** To be asked for before the database is, and given back with its answer. */
  long changes() {
    return changes.get();
  }

  /** Keeps what the database has just said of a live token, if no token has changed since. */
  synchronized void remember(byte[] hash, KnownToken token, long changesBefore) {
    databaseAway = false;
    if (changes.get() == changesBefore) {
      byHash.put(key(hash), token);
    }
  }

  /** The link's tokens have changed: they are asked for anew. */
  synchronized void forget(UUID linkId) {
    changes.incrementAndGet();
    byHash.values().removeIf(known -> known.linkId().equals(linkId));
  }

  /** Empty if the answer is out of date; the next one comes in ten seconds. */
  synchronized Optional<Map<String, KnownToken>> replace(
      Map<String, KnownToken> live, long changesBefore) {
    if (changes.get() != changesBefore) {
      return Optional.empty();
    }
    byHash.keySet().retainAll(live.keySet());
    byHash.putAll(live);
    return Optional.of(live);
  }

  private static Map<String, KnownToken> read(RowSet<Row> rows, Instant asked) {
    Map<String, KnownToken> live = new HashMap<>();
    for (Row row : rows) {
      @Nullable Instant expiresAt =
          row.getOffsetDateTime("expires_at") == null
              ? null
              : row.getOffsetDateTime("expires_at").toInstant();
      live.put(
          key(row.getBuffer("token_hash").getBytes()),
          new KnownToken(row.getUUID("brand_id"), row.getUUID("link_id"), expiresAt, asked));
    }
    return live;
  }

  private static String key(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }
}
