package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.talkgate.talktalk.OutgoingContent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Messages on their way out: the message row itself is the queue's. */
@ApplicationScoped
public class Outbox {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Longer than any call of NAVER may take: whoever was sending it is gone. */
  private static final Duration ABANDONED = Duration.ofSeconds(60);

  /**
   * A customer's messages go one after another, so only the oldest that is not settled is taken.
   */
  private static final String CLAIM =
      """
      with head as (
        select q.brand_id, q.id from messages q
        where q.delivery_status = 'QUEUED' and not exists (
          select 1 from messages e
          where e.brand_id = q.brand_id and e.customer_id = q.customer_id
            and e.delivery_status in ('QUEUED', 'SENDING') and (e.created_at, e.id) < (q.created_at, q.id))
        order by q.created_at, q.id limit $1
        for update of q skip locked)
      update messages m
      set delivery_status = 'SENDING', delivery_attempts = m.delivery_attempts + 1, delivery_at = $2
      from head, customers c
      where m.brand_id = head.brand_id and m.id = head.id and c.brand_id = m.brand_id and c.id = m.customer_id
      returning m.brand_id, m.id, c.link_id, c.talktalk_user, m.content::text as content, m.notification, m.read_by_send
      """;

  /** The echo may have come before the answer and have confirmed it. */
  private static final String SETTLE =
      """
      update messages set delivery_status = $3, delivery_code = $4, delivery_reason = $5, delivery_at = $6
      where brand_id = $1 and id = $2 and delivery_status = 'SENDING'
      """;

  private static final String ABANDON =
      """
      update messages set delivery_status = 'UNKNOWN', delivery_reason = 'the service stopped while sending', delivery_at = $1
      where delivery_status = 'SENDING' and delivery_at < $2
      """;

  private final Pool pool;
  private final Clock clock;

  Outbox(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Takes messages whose turn it is, at most {@code limit}; they are SENDING from then on. */
  public Uni<List<OutboxMessage>> claim(int limit) {
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of(limit, Columns.time(clock.instant())))
        .map(rows -> Columns.list(rows, Outbox::message))
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  /** Notes what became of a message, unless its echo has confirmed it already. */
  public Uni<Void> settle(OutboxMessage message, Settlement settlement) {
    Tuple values =
        Tuple.tuple()
            .addValue(message.brandId())
            .addValue(message.id())
            .addValue(settlement.status().name())
            .addValue(settlement.resultCode())
            .addValue(settlement.reason())
            .addValue(Columns.time(clock.instant()));
    return pool.preparedQuery(SETTLE)
        .execute(values)
        .replaceWithVoid()
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  /** Marks messages UNKNOWN whose sender died; answers how many. */
  public Uni<Integer> giveUpAbandoned() {
    return pool.preparedQuery(ABANDON)
        .execute(
            Tuple.of(Columns.time(clock.instant()), Columns.time(clock.instant().minus(ABANDONED))))
        .map(rows -> rows.rowCount());
  }

  private static OutboxMessage message(Row row) {
    return new OutboxMessage(
        row.getUUID("brand_id"),
        row.getUUID("id"),
        row.getUUID("link_id"),
        row.getString("talktalk_user"),
        (OutgoingContent) Json.content(row.getString("content")),
        row.getBoolean("notification"),
        row.getBoolean("read_by_send"));
  }
}
