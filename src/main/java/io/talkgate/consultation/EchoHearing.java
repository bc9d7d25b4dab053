package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/**
 * Whether a link hears echoes at present, which its owner may switch off at Partner Center. The
 * last that is known of the partner side tells: an echo, or a message of ours that has none.
 */
final class EchoHearing {
  private static final String HEARS =
      """
      select coalesce((
        select x.heard
        from (
          select k.brand_id, k.id from consultations k
          where k.brand_id = $1 and k.link_id = $2
          order by k.activity_slot desc
          limit 50) k
        cross join lateral (
          select x.delivery_status is distinct from 'SENT' as heard, coalesce(x.delivery_at, x.created_at) as at
          from messages x
          where x.brand_id = k.brand_id and x.consultation_id = k.id and x.direction = 'OUTBOUND'
            and (x.delivery_status = 'CONFIRMED'
              or x.delivery_status = 'SENT' and x.delivery_at < delivery_now() - interval '1 minute'
              or x.delivery_status is null and x.talktalk_message_id is not null)
          order by x.created_at desc
          limit 1) x
        order by x.at desc
        limit 1), false) as hears
      """;

  private EchoHearing() {}

  static Uni<Boolean> of(SqlConnection connection, UUID brandId, UUID linkId) {
    return connection
        .preparedQuery(HEARS)
        .execute(Tuple.of(brandId, linkId))
        .map(rows -> rows.iterator().next().getBoolean("hears"));
  }
}
