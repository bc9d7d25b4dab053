package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ClaimTerms;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Slots in the paces for calls that are no messages: they count like any call. */
@ApplicationScoped
class Slots {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Locks the host first, as a claim does. */
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
        set paced_until = greatest(p.paced_until + make_interval(secs => 1 / $3), excluded.paced_until)
        where p.paced_until <= delivery_now() + make_interval(secs => case when $5 then ($4::float8 - 1) / $3 else 0 end)
          and (p.open_until is null or p.open_until <= delivery_now())
        returning 1),
      charged as (
        update delivery_host h set paced_until = host.paced_until + make_interval(secs => 1 / $6)
        from host, taken)
      select exists (select 1 from taken) as taken
      """;

  private final Pool pool;
  private final Vertx vertx;
  private final ClaimTerms terms;

  Slots(Pool pool, Vertx vertx, DeliveryConfig config) {
    this.pool = pool;
    this.vertx = vertx;
    this.terms = config.terms();
  }

  /**
   * Takes a slot when nothing else needs it: as long as messages of the link wait, or the breaker
   * is open, there is none.
   *
   * @param patience for how long to go on asking
   * @return whether one was taken
   */
  Uni<Boolean> afterMessages(UUID brandId, UUID linkId, Duration patience) {
    return take(brandId, linkId, false, patience);
  }

  /** Takes a slot among the messages. */
  Uni<Boolean> amongMessages(UUID brandId, UUID linkId, Duration patience) {
    return take(brandId, linkId, true, patience);
  }

  private Uni<Boolean> take(UUID brandId, UUID linkId, boolean among, Duration patience) {
    return takeNow(brandId, linkId, among)
        .chain(
            taken ->
                taken || patience.isNegative()
                    ? Uni.createFrom().item(taken)
                    : pause().chain(() -> take(brandId, linkId, among, patience.minus(PAUSE))));
  }

  private Uni<Boolean> takeNow(UUID brandId, UUID linkId, boolean among) {
    Tuple values =
        Tuple.tuple()
            .addValue(brandId)
            .addValue(linkId)
            .addValue(terms.linkPace().ratePerSecond())
            .addValue((double) terms.linkPace().burst())
            .addValue(among)
            .addValue(terms.hostPace().ratePerSecond())
            .addValue((double) terms.hostPace().burst());
    return pool.preparedQuery(TAKE)
        .execute(values)
        .map(rows -> rows.iterator().next().getBoolean("taken"))
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  private Uni<Void> pause() {
    return Uni.createFrom()
        .emitter(emitter -> vertx.setTimer(PAUSE.toMillis(), timer -> emitter.complete(null)));
  }
}
