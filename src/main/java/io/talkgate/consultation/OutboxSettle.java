package io.talkgate.consultation;

import static io.talkgate.platform.database.Columns.booleans;
import static io.talkgate.platform.database.Columns.integers;
import static io.talkgate.platform.database.Columns.longs;
import static io.talkgate.platform.database.Columns.texts;
import static io.talkgate.platform.database.Columns.times;
import static io.talkgate.platform.database.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes what became of messages, many at a time. One statement, which waits for nobody: lanes that
 * somebody holds are left out. Lanes are locked before messages, by everybody.
 */
@Singleton
class OutboxSettle {
  private static final String SETTLE =
      """
      with t as materialized (select delivery_now() as now),
      input as materialized (
        select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
          $9::boolean[], $10::text[], $11::float8[], $12::text[], $13::timestamptz[], $14::integer[], $15::float8[],
          $16::timestamptz[], $17::boolean[])
        as s (brand_id, customer_id, epoch, message_id, status, code, reason, words, uncounted, next, wait, trouble,
          trouble_since, trouble_times, open_before, uncertain_since, resent)),
      mine as materialized (
        select s.*, a.queued_count
        from input s
        join delivery_lanes a on a.brand_id = s.brand_id and a.customer_id = s.customer_id and a.epoch = s.epoch
        for update of a skip locked),
      settled as (
        update messages m
        set delivery_status = s.status, delivery_code = s.code, delivery_reason = s.reason, delivery_words = s.words,
          delivery_attempts = m.delivery_attempts - s.uncounted::int, delivery_at = t.now
        from mine s, t
        where m.brand_id = s.brand_id and m.id = s.message_id and m.delivery_status in ('SENDING', 'UNKNOWN')),
      moved as (
        update delivery_lanes a
        set epoch = a.epoch + 1,
          state = case when s.next = 'AGAIN' or s.more then 'READY' when s.next = 'HOLD' then 'HOLDING' else 'IDLE' end,
          due_at = case when s.next <> 'DONE' then t.now + make_interval(secs => s.wait) when s.more then t.now end,
          message_id = case when s.next <> 'DONE' then s.message_id end,
          trouble = s.trouble, trouble_since = s.trouble_since, trouble_times = s.trouble_times, open_before = s.open_before,
          uncertain_since = s.uncertain_since, resent = s.resent
        from (
          select s.*, s.next = 'DONE' and (s.queued_count <> seen.queued_count or exists (
            select 1 from messages q
            where q.brand_id = s.brand_id and q.customer_id = s.customer_id and q.delivery_status = 'QUEUED')) as more
          from mine s
          join delivery_lanes seen on seen.brand_id = s.brand_id and seen.customer_id = s.customer_id) s, t
        where a.brand_id = s.brand_id and a.customer_id = s.customer_id
        returning a.brand_id, a.customer_id, s.more)
      select s.message_id, s.next <> 'DONE' as later, n.more, exists (
        select 1 from delivery_lanes a
        where a.brand_id = s.brand_id and a.customer_id = s.customer_id and a.epoch = s.epoch) as current
      from input s
      left join moved n on n.brand_id = s.brand_id and n.customer_id = s.customer_id
      """;

  private final Transactions transactions;

  OutboxSettle(@ActingAs(DatabaseRole.DELIVERY) Transactions transactions) {
    this.transactions = transactions;
  }

  /** What became of each settlement, by the message's id; at most one of a lane. */
  Uni<Map<UUID, Settled>> settle(List<Settlement> batch) {
    return transactions
        .query(SETTLE, columns(batch))
        .map(
            rows -> {
              Map<UUID, Settled> settled = new HashMap<>();
              rows.forEach(row -> settled.put(row.getUUID("message_id"), settled(row)));
              return settled;
            });
  }

  private static Settled settled(Row row) {
    Boolean more = row.getBoolean("more");
    if (more != null) {
      return written(more, row.getBoolean("later"));
    }
    return row.getBoolean("current") ? Settled.LOCKED : Settled.REFUSED;
  }

  private static Settled written(boolean more, boolean later) {
    if (later) {
      return Settled.LATER;
    }
    return more ? Settled.DONE_WITH_MORE : Settled.DONE;
  }

  private static Tuple columns(List<Settlement> batch) {
    List<LaneKey> lanes = batch.stream().map(Settlement::lane).toList();
    List<Progress> progress = batch.stream().map(Settlement::progress).toList();
    return Tuple.tuple()
        .addValue(uuids(lanes, LaneKey::brandId))
        .addValue(uuids(lanes, LaneKey::customerId))
        .addValue(longs(lanes, LaneKey::epoch))
        .addValue(uuids(batch, Settlement::messageId))
        .addValue(texts(batch, Settlement::status))
        .addValue(texts(batch, Settlement::resultCode))
        .addValue(texts(batch, Settlement::reason))
        .addValue(texts(batch, Settlement::words))
        .addValue(booleans(batch, Settlement::uncounted))
        .addValue(texts(batch, Settlement::next))
        .addValue(seconds(batch.stream().map(one -> LaneColumns.seconds(one.pause())).toList()))
        .addValue(texts(progress, Progress::trouble))
        .addValue(times(progress, Progress::troubleSince))
        .addValue(integers(progress, Progress::troubleTimes))
        .addValue(
            seconds(progress.stream().map(one -> LaneColumns.seconds(one.openBefore())).toList()))
        .addValue(times(progress, Progress::uncertainSince))
        .addValue(booleans(progress, Progress::resent));
  }

  private static Double[] seconds(List<Double> values) {
    return values.toArray(Double[]::new);
  }
}
