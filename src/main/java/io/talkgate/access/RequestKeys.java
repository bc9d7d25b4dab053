package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.RequestKey;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency-Keys of the calls that create (contract §3), honoured for 24 hours.
 *
 * <p>A key is claimed within the transaction that creates, so that both are kept or neither: a call
 * that is refused after its claim must roll back. A second call with the same key waits for the
 * first one's transaction.
 */
@Singleton
public class RequestKeys {
  static final Duration HONOURED = Duration.ofHours(24);

  /** Answers with the row in force: the one inserted, or the older one that is still honoured. */
  private static final String CLAIM =
      """
      insert into idempotency_keys as held (brand_id, member_id, key, request_hash, resource_id, created_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (member_id, key) do update set
        request_hash = case when held.created_at < $7 then excluded.request_hash else held.request_hash end,
        resource_id = case when held.created_at < $7 then excluded.resource_id else held.resource_id end,
        created_at = case when held.created_at < $7 then excluded.created_at else held.created_at end
      returning request_hash, resource_id
      """;

  private static final String CLAIM_BY_HIBERNATE = CLAIM.replace('$', '?');

  private final Clock clock;

  RequestKeys(Clock clock) {
    this.clock = clock;
  }

  /**
   * Claims a key in the session's transaction.
   *
   * @param key the call's key; null if it has none
   * @param newId the identifier of what the call is about to create
   */
  public Uni<KeyClaim> claim(
      Mutiny.Session session, Caller caller, @Nullable RequestKey key, UUID newId) {
    if (key == null) {
      return Uni.createFrom().item(new KeyClaim.Fresh(newId));
    }
    var query = session.createNativeQuery(CLAIM_BY_HIBERNATE, Object[].class);
    int position = 1;
    for (Object value : values(caller, key, newId)) {
      query.setParameter(position++, value);
    }
    return query.getSingleResult().map(row -> answer(key, newId, (byte[]) row[0], (UUID) row[1]));
  }

  /** Claims a key in the connection's transaction, as the other claim does in a session's. */
  public Uni<KeyClaim> claim(
      SqlConnection connection, Caller caller, @Nullable RequestKey key, UUID newId) {
    if (key == null) {
      return Uni.createFrom().item(new KeyClaim.Fresh(newId));
    }
    return connection
        .preparedQuery(CLAIM)
        .execute(Tuple.from(values(caller, key, newId)))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return answer(key, newId, row.getBuffer(0).getBytes(), row.getUUID(1));
            });
  }

  private List<Object> values(Caller caller, RequestKey key, UUID newId) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return Arrays.asList(
        caller.brandId(),
        caller.memberId(),
        key.key(),
        key.requestHash(),
        newId,
        now,
        now.minus(HONOURED));
  }

  private static KeyClaim answer(RequestKey key, UUID newId, byte[] hash, UUID resourceId) {
    if (resourceId.equals(newId)) {
      return new KeyClaim.Fresh(newId);
    }
    return MessageDigest.isEqual(hash, key.requestHash())
        ? new KeyClaim.Repeated(resourceId)
        : new KeyClaim.Reused();
  }
}
