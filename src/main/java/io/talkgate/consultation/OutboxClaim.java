package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Claims the heads of lanes. One statement, so that a replica which freezes in the middle holds no
 * lock: it charges the paces, leases the lanes and marks the messages SENDING, or does nothing.
 *
 * <p>What may be claimed is shared out over the links first: whatever their paces allow, no more
 * lanes are locked than are taken, or one per link.
 *
 * <p>Locks are taken in the order host, links by id, lanes (locked ones are passed by), messages.
 */
@Singleton
class OutboxClaim {
  private static final String CLAIM =
      """
      with t as materialized (select delivery_now() as now),
      host as materialized (
        select h.backlog, h.troubled, h.open_seconds, h.probe,
          case when h.probe then 1 else greatest(0, floor($5 - h.backlog * $4 + 1e-6))::int end as slots
        from (
          select least(greatest(extract(epoch from h.paced_until - t.now)::float8, 0), $5::float8 / $4::float8) as backlog,
            h.open_until is not null as probe, h.failures > 0 as troubled,
            h.open_seconds + coalesce(extract(epoch from t.now - h.opened_at)::float8, 0) as open_seconds
          from delivery_host h, t
          where h.open_until is null or h.open_until <= t.now
          for update of h) h),
      links_free as materialized (
        select l.brand_id, l.link_id, l.account_id, l.send_api_key, l.backlog, l.failures, l.failures > 0 as troubled, l.open_seconds,
          case when l.probe then least(1, l.slots) else l.slots end as slots
        from (
          select p.brand_id, p.link_id, k.account_id, k.send_api_key,
            least(greatest(extract(epoch from p.paced_until - t.now)::float8, 0), $3::float8 / $2::float8) as backlog,
            greatest(0, floor($3 - least(greatest(extract(epoch from p.paced_until - t.now)::float8, 0), $3 / $2) * $2 + 1e-6))::int as slots,
            p.open_until is not null as probe, p.failures,
            p.open_seconds + coalesce(extract(epoch from t.now - p.opened_at)::float8, 0) as open_seconds
          from delivery_links p
          join links k on k.brand_id = p.brand_id and k.id = p.link_id
          cross join t
          where exists (select 1 from host)
            and p.link_id in (select a.link_id from delivery_lanes a where a.state = 'READY' and a.due_at <= (select now from t))
            and (p.open_until is null or p.open_until <= t.now)
            and k.status = 'APPROVED' and k.send_api_key_rejected_at is null
          order by p.link_id
          for update of p) l),
      lanes as materialized (
        select a.*, l.account_id, l.send_api_key, l.backlog, l.troubled, l.open_seconds, l.failures
        from links_free l
        cross join lateral (
          select * from delivery_lanes a
          where a.link_id = l.link_id and a.state = 'READY' and a.due_at <= (select now from t)
          order by a.waiting_since
          limit least(l.slots, (select greatest(1, ceil($1::float8 / greatest(count(*), 1))) from links_free)::int)
          for update skip locked) a
        order by case when (select probe from host) then l.failures else 0 end, a.waiting_since
        limit (select least($1, slots) from host)),
      heads as materialized (
        select a.*, coalesce(w.id, (
          select q.id from messages q
          where q.brand_id = a.brand_id and q.customer_id = a.customer_id and q.delivery_status = 'QUEUED'
          order by q.created_at, q.id
          limit 1)) as head
        from lanes a
        left join messages w on w.brand_id = a.brand_id and w.id = a.message_id
          and (w.delivery_status = 'QUEUED'
            or w.delivery_status = 'UNKNOWN' and a.uncertain_since > (select now from t) - interval '75 seconds')),
      sending as (
        update messages m
        set delivery_status = 'SENDING', delivery_attempts = m.delivery_attempts + 1, delivery_at = t.now
        from heads h, t
        where m.brand_id = h.brand_id and m.id = h.head and m.delivery_status in ('QUEUED', 'UNKNOWN')
        returning m.brand_id, m.id, m.customer_id, m.content::text as content, m.notification, m.read_by_send,
          m.created_at, m.delivery_attempts, h.link_id, h.account_id, h.send_api_key, h.backlog, h.troubled,
          h.open_seconds, m.id is not distinct from h.message_id as again),
      leased as (
        update delivery_lanes a
        set state = 'SENDING', epoch = a.epoch + 1, message_id = s.id, due_at = t.now + make_interval(secs => $6::float8),
          waiting_since = t.now,
          tries_since = case when s.again then coalesce(a.tries_since, t.now) else t.now end,
          trouble = case when s.again then a.trouble end,
          trouble_since = case when s.again then a.trouble_since end,
          trouble_times = case when s.again then a.trouble_times else 0 end,
          open_before = case when s.again then a.open_before else 0 end,
          uncertain_since = case when s.again then a.uncertain_since end,
          resent = s.again and a.resent
        from sending s, t
        where a.brand_id = s.brand_id and a.customer_id = s.customer_id
        returning a.brand_id, a.customer_id, a.epoch, a.message_id, a.link_id, a.tries_since, a.trouble, a.trouble_since,
          a.trouble_times, a.open_before, a.uncertain_since, a.resent, s.account_id, s.send_api_key, s.content, s.notification,
          s.read_by_send, s.created_at, s.delivery_attempts, s.open_seconds, s.troubled),
      idle as (
        update delivery_lanes a set state = 'IDLE', due_at = null, message_id = null
        from heads h
        join delivery_lanes seen on seen.brand_id = h.brand_id and seen.customer_id = h.customer_id
        where a.brand_id = h.brand_id and a.customer_id = h.customer_id and h.head is null
          and h.queued_count = seen.queued_count),
      charged as (
        update delivery_links p
        set paced_until = t.now + make_interval(secs => c.backlog + c.calls / $2),
          open_until = case when p.open_until is not null then t.now + make_interval(secs => $6) end
        from (select brand_id, link_id, backlog, count(*) as calls from sending group by 1, 2, 3) c, t
        where p.brand_id = c.brand_id and p.link_id = c.link_id),
      charged_host as (
        update delivery_host h
        set paced_until = t.now + make_interval(secs => host.backlog + c.calls / $4),
          open_until = case when h.open_until is not null then t.now + make_interval(secs => $6) end
        from host, (select count(*) as calls from sending) c, t
        where c.calls > 0)
      select s.brand_id, s.customer_id, s.epoch, s.message_id as id, s.link_id, c.talktalk_user, s.account_id, s.send_api_key,
        s.content, s.notification, s.read_by_send, s.created_at, t.now, s.delivery_attempts, s.tries_since, s.trouble,
        s.trouble_since, s.trouble_times, s.open_before, s.uncertain_since, s.resent, s.open_seconds + host.open_seconds as open_seconds,
        s.troubled or host.troubled as troubled
      from leased s
      join customers c on c.brand_id = s.brand_id and c.id = s.customer_id
      cross join host
      cross join t
      """;

  private final Transactions transactions;

  OutboxClaim(@ActingAs(DatabaseRole.DELIVERY) Transactions transactions) {
    this.transactions = transactions;
  }

  Uni<List<OutboxMessage>> claim(int limit, ClaimTerms terms) {
    Tuple values =
        Tuple.tuple()
            .addValue(limit)
            .addValue(terms.linkPace().ratePerSecond())
            .addValue((double) terms.linkPace().burst())
            .addValue(terms.hostPace().ratePerSecond())
            .addValue((double) terms.hostPace().burst())
            .addValue(LaneColumns.seconds(terms.lease()));
    return transactions.query(CLAIM, values).map(rows -> Columns.list(rows, OutboxClaim::message));
  }

  private static OutboxMessage message(Row row) {
    return new OutboxMessage(
        new LaneKey(row.getUUID("brand_id"), row.getUUID("customer_id"), row.getLong("epoch")),
        row.getUUID("id"),
        row.getUUID("link_id"),
        row.getString("talktalk_user"),
        row.getString("account_id"),
        row.getBuffer("send_api_key"),
        row.getString("content"),
        row.getBoolean("notification"),
        row.getBoolean("read_by_send"),
        Rows.time(row, "created_at"),
        Rows.time(row, "now"),
        LaneColumns.progress(row),
        LaneColumns.duration(row.getDouble("open_seconds")),
        row.getBoolean("troubled"));
  }
}
