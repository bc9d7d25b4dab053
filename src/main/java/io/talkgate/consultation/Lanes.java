package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * What those do to customers' lanes who hold the customer's lock: queue a message, free the lane of
 * one that is settled by other means, take the lane's lock.
 */
final class Lanes {
  private static final String QUEUE =
      """
      with pace as (insert into delivery_links (brand_id, link_id) values ($1, $3) on conflict do nothing)
      insert into delivery_lanes as a (brand_id, customer_id, link_id, state, due_at, queued_count, waiting_since)
      values ($1, $2, $3, 'READY', delivery_now(), 1, delivery_now())
      on conflict (brand_id, customer_id) do update set
        queued_count = a.queued_count + 1,
        state = case a.state when 'IDLE' then 'READY' else a.state end,
        due_at = case a.state when 'IDLE' then excluded.due_at else a.due_at end,
        waiting_since = case a.state when 'IDLE' then excluded.waiting_since else a.waiting_since end
      """;

  private static final String FREE =
      """
      with held as (
        select a.brand_id, a.customer_id from delivery_lanes a
        join unnest($1::uuid[], $2::uuid[], $3::uuid[]) as m (brand_id, customer_id, id)
          on m.brand_id = a.brand_id and m.customer_id = a.customer_id and m.id = a.message_id
        order by a.brand_id, a.customer_id
        for update of a)
      update delivery_lanes a
      set state = 'READY', due_at = delivery_now(), epoch = a.epoch + 1, message_id = null
      from held h
      where a.brand_id = h.brand_id and a.customer_id = h.customer_id
      """;

  private static final String LOCK =
      "select 1 from delivery_lanes where brand_id = $1 and customer_id = $2 for update";

  private Lanes() {}

  /** A message of the customer was queued in this transaction. */
  static Uni<Void> queue(SqlConnection connection, UUID brandId, UUID customerId, UUID linkId) {
    return connection
        .preparedQuery(QUEUE)
        .execute(Tuple.of(brandId, customerId, linkId))
        .replaceWithVoid();
  }

  /**
   * These messages are settled in this transaction: lanes that work on them go on, and whoever
   * sends them finds the epoch over.
   */
  static Uni<Void> free(SqlConnection connection, List<LaneMessage> messages) {
    Tuple columns =
        Tuple.of(
            Columns.uuids(messages, LaneMessage::brandId),
            Columns.uuids(messages, LaneMessage::customerId),
            Columns.uuids(messages, LaneMessage::id));
    return connection.preparedQuery(FREE).execute(columns).replaceWithVoid();
  }

  /** Keeps delivery off the customer's messages until the transaction ends. */
  static Uni<Void> lock(SqlConnection connection, UUID brandId, UUID customerId) {
    return connection.preparedQuery(LOCK).execute(Tuple.of(brandId, customerId)).replaceWithVoid();
  }

  /** A message in its lane. */
  record LaneMessage(UUID brandId, UUID customerId, UUID id) {}
}
