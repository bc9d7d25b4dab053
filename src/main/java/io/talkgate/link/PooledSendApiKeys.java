package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Reads keys by plain SQL: delivery opens no Hibernate session. */
@Singleton
class PooledSendApiKeys implements SendApiKeys {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String OF_APPROVED =
      """
      select account_id, send_api_key from links
      where brand_id = $1 and id = $2 and status = 'APPROVED'
      """;

  private static final String REJECTED =
      """
      update links set send_api_key_rejected_at = $4
      where brand_id = $1 and id = $2 and send_api_key = $3 and send_api_key_rejected_at is null
      """;

  private final Transactions transactions;
  private final SealedKeys keys;
  private final Clock clock;

  PooledSendApiKeys(
      @ActingAs(DatabaseRole.DELIVERY) Transactions transactions, SealedKeys keys, Clock clock) {
    this.transactions = transactions;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Uni<Optional<SendAccess>> of(UUID brandId, UUID linkId) {
    return transactions
        .query(OF_APPROVED, Tuple.of(brandId, linkId))
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

  @Override
  public SendAccess open(UUID brandId, UUID linkId, String accountId, Buffer sealedKey) {
    return new SendAccess(accountId, keys.open(sealedKey.getBytes(), brandId, linkId));
  }

  @Override
  public Uni<Boolean> rejected(UUID brandId, UUID linkId, Buffer sealedKey) {
    return transactions
        .query(
            REJECTED,
            Tuple.of(brandId, linkId, sealedKey.getDelegate(), Columns.time(clock.instant())))
        .map(rows -> rows.rowCount() > 0)
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  private SendAccess access(Row row, UUID brandId, UUID linkId) {
    return open(brandId, linkId, row.getString("account_id"), row.getBuffer("send_api_key"));
  }
}
