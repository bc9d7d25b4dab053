package io.talkgate.link;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds tokens by plain SQL: the webhook opens no Hibernate session. */
@Singleton
class PooledWebhookTokens implements WebhookTokens {
  private static final Duration LIMIT = Duration.ofMillis(700);
  private static final Uni<TokenOwner> UNKNOWN = Uni.createFrom().item(new TokenOwner.Unknown());
  private static final Uni<TokenOwner> CANARY = Uni.createFrom().item(new TokenOwner.Canary());
  private static final String BY_HASHES =
      """
      select t.brand_id, t.link_id, t.token_hash, t.expires_at, l.status
      from webhook_tokens t join links l on l.brand_id = t.brand_id and l.id = t.link_id
      where t.token_hash = any($1)
      """;

  private final Transactions transactions;
  private final Clock clock;
  private final KnownTokens known;
  private final CanaryToken canary;

  PooledWebhookTokens(
      @ActingAs(DatabaseRole.INTAKE) Transactions transactions,
      Clock clock,
      KnownTokens known,
      CanaryToken canary) {
    this.transactions = transactions;
    this.clock = clock;
    this.known = known;
    this.canary = canary;
  }

  @Override
  public boolean isCanary(String token) {
    return canary.is(token);
  }

  @Override
  public Uni<TokenOwner> ownerOf(String token) {
    if (canary.is(token)) {
      return CANARY;
    }
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
  public Uni<Map<ByteBuffer, TokenOwner>> ownersOfHashes(Set<ByteBuffer> hashes) {
    List<byte[]> wanted = hashes.stream().map(ByteBuffer::array).toList();
    return ask(
        wanted,
        owners ->
            hashes.stream()
                .collect(
                    toMap(
                        hash -> hash,
                        hash -> owners.getOrDefault(hash, new TokenOwner.Unknown()))));
  }

  private Uni<TokenOwner> ownerOfHash(byte[] hash) {
    return ask(
        List.of(hash),
        owners ->
            owners.entrySet().stream()
                .filter(found -> MessageDigest.isEqual(hash, found.getKey().array()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(TokenOwner.Unknown::new));
  }

  private <T> Uni<T> ask(List<byte[]> hashes, Function<Map<ByteBuffer, TokenOwner>, T> answer) {
    long changesBefore = known.changes();
    return transactions
        .query(BY_HASHES, Tuple.of(hashes.stream().map(Buffer::buffer).toArray(Buffer[]::new)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> answer.apply(owners(rows, changesBefore)));
  }

  private Map<ByteBuffer, TokenOwner> owners(RowSet<Row> rows, long changesBefore) {
    Map<ByteBuffer, TokenOwner> owners = new HashMap<>();
    for (Row row : rows) {
      byte[] hash = row.getBuffer("token_hash").getBytes();
      owners.put(
          ByteBuffer.wrap(hash),
          isDead(row) ? new TokenOwner.Dead() : live(hash, row, changesBefore));
    }
    return owners;
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
