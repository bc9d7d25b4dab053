package io.talkgate.link;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.talkgate.platform.TalkGateConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
import org.jspecify.annotations.Nullable;

/**
 * All live tokens by their hash, kept in memory and in the data directory, so that the webhook is
 * served while the database is away, even by a replica that starts then. Asked anew every ten
 * seconds; a call does not wait for the database as long as that is fresh.
 */
@ApplicationScoped
class KnownTokens {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final String LIVE =
      """
      select t.token_hash, t.brand_id, t.link_id, t.expires_at
      from webhook_tokens t join links l on l.brand_id = t.brand_id and l.id = t.link_id
      where l.status <> 'REVOKED' and (t.expires_at is null or t.expires_at > $1)
      """;

  private final Pool pool;
  private final Clock clock;
  private final TokenFile file;
  private volatile boolean databaseAway;
  private final Map<String, KnownToken> byHash = new ConcurrentHashMap<>();

  KnownTokens(Pool pool, Clock clock, TalkGateConfig config) {
    this.pool = pool;
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
    return pool.preparedQuery(LIVE)
        .execute(Tuple.of(asked.atOffset(ZoneOffset.UTC)))
        .map(rows -> read(rows, asked))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .invoke(this::replace)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(file::write)
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

  /** Keeps what the database has just said of a live token. */
  void remember(byte[] hash, UUID brandId, UUID linkId, @Nullable Instant expiresAt) {
    databaseAway = false;
    byHash.put(key(hash), new KnownToken(brandId, linkId, expiresAt, clock.instant()));
  }

  /** The link's tokens have changed: they are asked for anew. */
  void forget(UUID linkId) {
    byHash.values().removeIf(known -> known.linkId().equals(linkId));
  }

  private void replace(Map<String, KnownToken> live) {
    byHash.keySet().retainAll(live.keySet());
    byHash.putAll(live);
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
