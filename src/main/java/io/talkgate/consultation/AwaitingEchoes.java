package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds our messages that an echo may be about. */
final class AwaitingEchoes {
  /**
   * What an echo of today may be about; the older of two is found first. Nothing is sent a day
   * after it was written (design §5).
   */
  private static final String AWAITING_ECHO =
      """
      select m.customer_id, m.id, m.content::text as content, m.delivery_status, m.delivery_at, m.created_at,
        m.talktalk_message_id
      from customers c
      join unnest($1::uuid[], $2::uuid[], $3::text[]) as u (brand_id, link_id, talktalk_user)
        using (brand_id, link_id, talktalk_user)
      cross join lateral (
        select * from messages w
        where w.brand_id = c.brand_id and w.customer_id = c.id
          and w.delivery_status is not null and w.created_at > now() - interval '3 days'
          and case when w.delivery_status in ('SENDING', 'SENT', 'UNKNOWN') then w.delivery_at > now() - interval '1 day'
            else w.created_at > now() - interval '1 day'
              and (w.delivery_status in ('FAILED', 'CONFIRMED')
                or w.delivery_status = 'QUEUED' and w.delivery_attempts > 0) end) m
      order by m.created_at, m.id
      """;

  private AwaitingEchoes() {}

  /** Our messages to these customers that an echo may be about, by customer, oldest first. */
  static Uni<Map<UUID, List<AwaitingEcho>>> of(SqlConnection connection, List<CustomerKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return connection
        .preparedQuery(AWAITING_ECHO)
        .execute(CustomerKey.columns(keys))
        .map(
            rows -> {
              Map<UUID, List<AwaitingEcho>> byCustomer = new HashMap<>();
              rows.forEach(
                  row ->
                      byCustomer
                          .computeIfAbsent(row.getUUID("customer_id"), id -> new ArrayList<>())
                          .add(AwaitingEcho.of(row)));
              return byCustomer;
            });
  }
}
