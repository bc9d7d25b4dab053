package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Looks at the lanes: what is overdue, when there is something to do, what will never be sent. */
@Singleton
class OutboxWatch {
  private static final int AT_ONCE = 200;

  private static final String OVERDUE =
      """
      with t as materialized (select delivery_now() as now)
      select a.brand_id, a.customer_id, a.epoch, a.message_id, m.delivery_status, coalesce(m.delivery_attempts, 0) as delivery_attempts,
        coalesce(a.tries_since, a.waiting_since) as tries_since, a.trouble, a.trouble_since, a.trouble_times, a.open_before,
        a.uncertain_since, a.resent, a.waiting_since, t.now,
        a.state = 'HOLDING' and coalesce((
          select x.delivery_status = 'CONFIRMED'
          from (
            select k.brand_id, k.id from consultations k
            where k.brand_id = a.brand_id and k.link_id = a.link_id
            order by k.activity_slot desc
            limit 50) k
          cross join lateral (
            select x.delivery_status, x.delivery_at from messages x
            where x.brand_id = k.brand_id and x.consultation_id = k.id and x.delivery_at > t.now - interval '1 hour'
              and (x.delivery_status = 'CONFIRMED'
                or x.delivery_status = 'SENT' and x.delivery_at < t.now - interval '30 seconds')
            order by x.created_at desc
            limit 20) x
          order by x.delivery_at desc
          limit 1), false) as link_hears
      from delivery_lanes a
      cross join t
      left join messages m on m.brand_id = a.brand_id and m.id = a.message_id
      where a.state in ('SENDING', 'HOLDING') and a.due_at <= t.now
      order by a.due_at
      limit $1
      """;

  private static final String OUTLOOK =
      """
      with t as materialized (select delivery_now() as now)
      select extract(epoch from min(n.at) - t.now)::float8 as wait, coalesce(bool_or(n.paced), false) as paced
      from t
      left join lateral (
        select min(a.due_at) as at, false as paced from delivery_lanes a where a.state in ('SENDING', 'HOLDING')
        union all
        select greatest(a.due_at, coalesce(p.open_until, a.due_at), coalesce(h.open_until, a.due_at), s.slot_at),
          s.slot_at > t.now and a.due_at <= t.now
        from (select brand_id, link_id, min(due_at) as due_at from delivery_lanes where state = 'READY' group by 1, 2) a
        join delivery_links p on p.brand_id = a.brand_id and p.link_id = a.link_id
        join links k on k.brand_id = a.brand_id and k.id = a.link_id
        cross join delivery_host h
        cross join lateral (
          select greatest(
            p.paced_until - make_interval(secs => ($2::float8 - 1) / $1::float8),
            h.paced_until - make_interval(secs => ($4::float8 - 1) / $3::float8)) as slot_at) s
        where k.status = 'APPROVED' and k.send_api_key_rejected_at is null) n on true
      group by t.now
      """;

  /** Lanes before messages, as everywhere. */
  private static final String FAIL_OF_REVOKED =
      """
      with stopped as materialized (
        select a.brand_id, a.customer_id, a.queued_count from delivery_lanes a
        join links k on k.brand_id = a.brand_id and k.id = a.link_id
        where a.state = 'READY' and k.status = 'REVOKED'
        limit $1
        for update of a skip locked),
      failed as (
        update messages m
        set delivery_status = 'FAILED', delivery_code = null, delivery_reason = 'LINK_REVOKED', delivery_words = null,
          delivery_at = delivery_now()
        from stopped s
        where m.brand_id = s.brand_id and m.customer_id = s.customer_id and m.delivery_status = 'QUEUED'
        returning m.id),
      ended as (
        update delivery_lanes a set state = 'IDLE', due_at = null, message_id = null
        from stopped s
        join delivery_lanes seen on seen.brand_id = s.brand_id and seen.customer_id = s.customer_id
        where a.brand_id = s.brand_id and a.customer_id = s.customer_id and s.queued_count = seen.queued_count)
      select count(*)::int as failed from failed
      """;

  private static final String QUEUE =
      """
      select 'queued' as state, count(*)::int as messages,
        coalesce(extract(epoch from delivery_now() - min(created_at)), 0)::float8 as oldest
      from messages where delivery_status = 'QUEUED'
      union all
      select case state when 'SENDING' then 'sending' else 'unknown' end, count(*)::int,
        coalesce(extract(epoch from delivery_now() - min(coalesce(uncertain_since, tries_since))), 0)::float8
      from delivery_lanes where state in ('SENDING', 'HOLDING') group by state
      """;

  private final Transactions transactions;

  OutboxWatch(@ActingAs(DatabaseRole.DELIVERY) Transactions transactions) {
    this.transactions = transactions;
  }

  Uni<List<OverdueLane>> overdue() {
    return transactions
        .query(OVERDUE, Tuple.of(AT_ONCE))
        .map(rows -> Columns.list(rows, OutboxWatch::overdue));
  }

  Uni<Outlook> outlook(ClaimTerms terms) {
    Tuple values =
        Tuple.of(
            terms.linkPace().ratePerSecond(),
            (double) terms.linkPace().burst(),
            terms.hostPace().ratePerSecond(),
            (double) terms.hostPace().burst());
    return transactions.query(OUTLOOK, values).map(rows -> outlook(rows.iterator().next()));
  }

  Uni<Integer> failOfRevoked() {
    return transactions
        .query(FAIL_OF_REVOKED, Tuple.of(AT_ONCE))
        .map(rows -> rows.iterator().next().getInteger("failed"));
  }

  Uni<List<QueueSize>> sizes() {
    return transactions
        .query(QUEUE, Tuple.tuple())
        .map(
            rows ->
                Columns.list(
                    rows,
                    row ->
                        new QueueSize(
                            row.getString("state"),
                            row.getInteger("messages"),
                            LaneColumns.duration(row.getDouble("oldest")))));
  }

  private static Outlook outlook(Row row) {
    Double wait = row.getDouble("wait");
    Duration next = wait == null ? null : LaneColumns.duration(Math.max(0, wait));
    return new Outlook(next, row.getBoolean("paced"));
  }

  private static OverdueLane overdue(Row row) {
    String status = row.getString("delivery_status");
    return new OverdueLane(
        new LaneKey(row.getUUID("brand_id"), row.getUUID("customer_id"), row.getLong("epoch")),
        row.getUUID("message_id"),
        status == null ? null : DeliveryStatus.valueOf(status),
        LaneColumns.progress(row),
        Rows.time(row, "waiting_since"),
        row.getBoolean("link_hears"),
        Rows.time(row, "now"));
  }
}
