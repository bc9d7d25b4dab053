package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Reads keys by plain SQL: delivery opens no Hibernate session. */
@ApplicationScoped
class PooledSendApiKeys implements SendApiKeys {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String OF_APPROVED =
      """
      select account_id, send_api_key from links
      where brand_id = $1 and id = $2 and status = 'APPROVED'
      """;

  private final Pool pool;
  private final SealedKeys keys;

  PooledSendApiKeys(Pool pool, SealedKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  @Override
  public Uni<Optional<SendAccess>> of(UUID brandId, UUID linkId) {
    return pool.preparedQuery(OF_APPROVED)
        .execute(Tuple.of(brandId, linkId))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(
            rows -> {
              RowIterator<Row> found = rows.iterator();
              return found.hasNext()
                  ? Optional.of(access(found.next(), brandId, linkId))
                  : Optional.empty();
            });
  }

  private SendAccess access(Row row, UUID brandId, UUID linkId) {
    byte[] sealed = row.getBuffer("send_api_key").getBytes();
    return new SendAccess(row.getString("account_id"), keys.open(sealed, brandId, linkId));
  }
}
