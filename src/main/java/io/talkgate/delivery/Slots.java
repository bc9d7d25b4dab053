package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ClaimTerms;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** Slots in the paces for calls that are no messages: they count like any call. */
@Singleton
class Slots {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * Locks the host first, as a claim does. Where a breaker's pause is over the call is its probe,
   * and the breaker stays open for the others until what came of it is noted.
   */
  private static final String TAKE =
      """
      with t as materialized (select delivery_now() as now),
      host as materialized (
        select least(greatest(h.paced_until, t.now), t.now + make_interval(secs => $7::float8 / $6::float8)) as paced_until
        from delivery_host h, t
        where (h.open_until is null or h.open_until <= t.now)
          and h.paced_until <= t.now + make_interval(secs => ($7 - 1) / $6)
          and ($5::boolean or not exists (
            select 1 from delivery_lanes a where a.link_id = $2 and a.state = 'READY' and a.due_at <= t.now))
        for update of h),
      taken as (
        insert into delivery_links as p (brand_id, link_id, paced_until)
        select $1::uuid, $2::uuid, t.now + make_interval(secs => 1 / $3::float8) from t, host
        on conflict (brand_id, link_id) do update
        set paced_until = greatest(p.paced_until + make_interval(secs => 1 / $3), excluded.paced_until),
          open_until = case when p.open_until is not null then delivery_now() + make_interval(secs => $8::float8) end
        where p.paced_until <= delivery_now() + make_interval(secs => case when $5 then ($4::float8 - 1) / $3 else 0 end)
          and (p.open_until is null or p.open_until <= delivery_now())
        returning 1),
      charged as (
        update delivery_host h
        set paced_until = host.paced_until + make_interval(secs => 1 / $6),
          open_until = case when h.open_until is not null then t.now + make_interval(secs => $8) end
        from host, taken, t)
      select exists (select 1 from taken) as taken, t.now, coalesce(bool_or(b.failures > 0), false) as troubled,
        coalesce(bool_or(b.open_until > t.now), false) as open
      from t, (
        select failures, open_until from delivery_host
        union all
        select failures, open_until from delivery_links where brand_id = $1 and link_id = $2) b
      group by t.now
      """;

  private final Transactions transactions;
  private final Vertx vertx;
  private final ClaimTerms terms;

  Slots(
      @ActingAs(DatabaseRole.DELIVERY) Transactions transactions,
      Vertx vertx,
      DeliveryConfig config) {
    this.transactions = transactions;
    this.vertx = vertx;
    this.terms = config.terms();
  }

  /**
   * Takes a slot when nothing else needs it: as long as messages of the link wait, or a breaker is
   * open, there is none.
   *
   * @param patience for how long to go on asking
   */
  Uni<Slot> afterMessages(UUID brandId, UUID linkId, Duration patience) {
    return take(brandId, linkId, false, patience);
  }

  /** Takes a slot among the messages. */
  Uni<Slot> amongMessages(UUID brandId, UUID linkId, Duration patience) {
    return take(brandId, linkId, true, patience);
  }

  private Uni<Slot> take(UUID brandId, UUID linkId, boolean among, Duration patience) {
    return takeNow(brandId, linkId, among)
        .chain(
            slot ->
                slot instanceof Slot.Taken || patience.isNegative()
                    ? Uni.createFrom().item(slot)
                    : pause().chain(() -> take(brandId, linkId, among, patience.minus(PAUSE))));
  }

  private Uni<Slot> takeNow(UUID brandId, UUID linkId, boolean among) {
    Tuple values =
        Tuple.tuple()
            .addValue(brandId)
            .addValue(linkId)
            .addValue(terms.linkPace().ratePerSecond())
            .addValue((double) terms.linkPace().burst())
            .addValue(among)
            .addValue(terms.hostPace().ratePerSecond())
            .addValue((double) terms.hostPace().burst())
            .addValue((double) terms.lease().toSeconds());
    return transactions
        .query(TAKE, values)
        .map(rows -> slot(rows.iterator().next()))
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  private static Slot slot(Row row) {
    return row.getBoolean("taken")
        ? new Slot.Taken(row.getOffsetDateTime("now").toInstant(), row.getBoolean("troubled"))
        : new Slot.None(row.getBoolean("open"));
  }

  private Uni<Void> pause() {
    return Uni.createFrom()
        .emitter(emitter -> vertx.setTimer(PAUSE.toMillis(), timer -> emitter.complete(null)));
  }
}
