package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes messages QUEUED, in the transaction of whoever holds the customer's lock. */
final class OutboxWriter {
  private static final String ADD =
      """
      insert into messages (brand_id, id, customer_id, consultation_id, direction, author_type, author_id, author_name,
        content, search_text, created_at, delivery_status, notification, read_by_send)
      select $1, $2, $3, $4, 'OUTBOUND', $5, $6, $7, $8::text::jsonb, $9, $10, 'QUEUED',
        coalesce($11::boolean, l.reply_notification), coalesce($12::boolean, l.reply_read_by_send)
      from links l where l.brand_id = $1 and l.id = $13
      """;

  private OutboxWriter() {}

  /**
   * Adds it to the held consultation. After the commit the {@link OutboxSignals} are to be told.
   */
  static Uni<Void> queue(
      SqlConnection connection,
      ConsultationLock.Held held,
      Stamp stamp,
      Author author,
      Reply reply) {
    CustomerRow customer = held.customer();
    Tuple values =
        Tuple.tuple()
            .addValue(customer.brandId())
            .addValue(stamp.id())
            .addValue(customer.id())
            .addValue(held.consultation().id())
            .addValue(author.type().name())
            .addValue(author.id())
            .addValue(author.name())
            .addValue(Json.text(reply.content()))
            .addValue(reply.content().text())
            .addValue(Columns.time(stamp.at()))
            .addValue(reply.notification())
            .addValue(reply.readBySend())
            .addValue(customer.linkId());
    return connection
        .preparedQuery(ADD)
        .execute(values)
        .chain(() -> Lanes.queue(connection, customer.brandId(), customer.id(), customer.linkId()));
  }
}
