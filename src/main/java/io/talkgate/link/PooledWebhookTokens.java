package io.talkgate.link;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.IntakeDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds tokens by plain SQL: the webhook opens no Hibernate session. */
@ApplicationScoped
class PooledWebhookTokens implements WebhookTokens {
  private static final Duration LIMIT = Duration.ofMillis(700);
  private static final Uni<TokenOwner> UNKNOWN = Uni.createFrom().item(new TokenOwner.Unknown());
  private static final String BY_HASH =
      """
      select t.brand_id, t.link_id, t.token_hash, t.expires_at, l.status
      from webhook_tokens t join links l on l.brand_id = t.brand_id and l.id = t.link_id
      where t.token_hash = $1
      """;

  private final Pool pool;
  private final Clock clock;
  private final KnownTokens known;

  PooledWebhookTokens(
      @ReactiveDataSource(IntakeDatabase.NAME) Pool pool, Clock clock, KnownTokens known) {
    this.pool = pool;
    this.clock = clock;
    this.known = known;
  }

  @Override
  public Uni<TokenOwner> ownerOf(String token) {
    return WebhookToken.parse(token)
        .map(parsed -> ownerOrUnresolved(parsed.hash()))
        .orElse(UNKNOWN);
  }

  private Uni<TokenOwner> ownerOrUnresolved(byte[] hash) {
    return known
        .fresh(hash)
        .map(owner -> Uni.createFrom().item(owner))
        .orElseGet(
            () ->
                ownerOfHash(hash)
                    .onFailure()
                    .invoke(known::databaseIsAway)
                    .onFailure()
                    .recoverWithItem(
                        () ->
                            known
                                .remembered(hash)
                                .orElseGet(() -> new TokenOwner.Unresolved(hash))));
  }

  @Override
  public Uni<TokenOwner> ownerOfHash(byte[] hash) {
    long changesBefore = known.changes();
    return pool.preparedQuery(BY_HASH)
        .execute(Tuple.of(hash))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> owner(hash, rows, changesBefore));
  }

  private TokenOwner owner(byte[] hash, RowSet<Row> rows, long changesBefore) {
    for (Row row : rows) {
      if (MessageDigest.isEqual(hash, row.getBuffer("token_hash").getBytes())) {
        return isDead(row) ? new TokenOwner.Dead() : live(hash, row, changesBefore);
      }
    }
    return new TokenOwner.Unknown();
  }

  private TokenOwner live(byte[] hash, Row row, long changesBefore) {
    UUID brandId = row.getUUID("brand_id");
    UUID linkId = row.getUUID("link_id");
    @Nullable Instant expiresAt = Columns.instant(row.getOffsetDateTime("expires_at"));
    known.remember(
        hash, new KnownToken(brandId, linkId, expiresAt, clock.instant()), changesBefore);
    return new TokenOwner.Live(brandId, linkId);
  }

  private boolean isDead(Row row) {
    @Nullable OffsetDateTime expiresAt = row.getOffsetDateTime("expires_at");
    boolean expired = expiresAt != null && !clock.instant().isBefore(expiresAt.toInstant());
    return expired || LinkStatus.valueOf(row.getString("status")) == LinkStatus.REVOKED;
  }
}
