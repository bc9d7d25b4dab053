package io.talkgate.consultation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Forgets closed consultations with all that belongs to them when their brand's time is over, and
 * customers of whom nothing is left. Whoever is blocked stays known as that.
 */
@Startup
@Singleton
class ConsultationRetention {
  /** Of as many customers at a time as their locks can be held without anybody noticing. */
  private static final int AT_ONCE = 50;

  private static final int STEPS = 20;
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** The customer's row is the lock of everything below it; whoever is being served is left. */
  private static final String CLAIM =
      """
      select k.brand_id, k.id, k.customer_id
      from consultations k
      join customers c on c.brand_id = k.brand_id and c.id = k.customer_id
      left join brand_retention r on r.brand_id = k.brand_id
      where k.status = 'CLOSED'
        and k.closed_at < $1::timestamptz - (select least(365, min(closed_consultation_days)) from brand_retention) * interval '1 day'
        and k.closed_at < $1::timestamptz - coalesce(r.closed_consultation_days, 365) * interval '1 day'
      order by k.closed_at
      limit $2
      for update of c skip locked
      """;

  /** Whether it is still closed is looked at again under the lock. */
  private static final String STILL_CLOSED =
      "(k.brand_id, k.id) in (select * from unnest($1::uuid[], $2::uuid[])) and k.status ="
          + " 'CLOSED'";

  private static final String FORGET_WITH_THEM =
      "select forget_referring('consultations', array_agg(k.brand_id), array_agg(k.id))"
          + " from consultations k where "
          + STILL_CLOSED;

  private static final String FORGET =
      "with gone as (select k.brand_id, k.id from consultations k where "
          + STILL_CLOSED
          + """
          ), messages_gone as (
            delete from messages m using gone g where m.brand_id = g.brand_id and m.consultation_id = g.id
          )
          delete from consultations k using gone g where k.brand_id = g.brand_id and k.id = g.id
          """;

  private final Transactions transactions;
  private final Clock clock;
  private final Counter consultations;
  private final ForgottenCustomers customers;

  ConsultationRetention(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions, Clock clock, MeterRegistry meters) {
    this.transactions = transactions;
    this.clock = clock;
    this.consultations =
        Counter.builder("talkgate.retention.consultations.forgotten")
            .description("Closed consultations deleted as their brand's time was over")
            .register(meters);
    this.customers = new ForgottenCustomers(clock, meters);
  }

  /** Forgets a bounded number; the rest goes with the next calls. */
  @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    return steps(STEPS).onFailure(DatabaseErrors::isUnavailable).recoverWithNull();
  }

  private Uni<Void> steps(int left) {
    return transactions
        .run(this::step)
        .chain(
            found ->
                found < AT_ONCE || left == 1
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(PAUSE)
                        .chain(() -> steps(left - 1)));
  }

  private Uni<Integer> step(SqlConnection connection) {
    return connection
        .preparedQuery(CLAIM)
        .execute(Tuple.of(Columns.time(clock.instant()), AT_ONCE))
        .map(rows -> Columns.list(rows, row -> row))
        .chain(
            rows ->
                rows.isEmpty()
                    ? Uni.createFrom().item(0)
                    : forget(connection, rows).replaceWith(rows.size()));
  }

  private Uni<Void> forget(SqlConnection connection, List<Row> claimed) {
    var brands = Columns.uuids(claimed, row -> row.getUUID("brand_id"));
    Tuple closed = Tuple.of(brands, Columns.uuids(claimed, row -> row.getUUID("id")));
    return connection
        .preparedQuery(FORGET_WITH_THEM)
        .execute(closed)
        .chain(() -> connection.preparedQuery(FORGET).execute(closed))
        .invoke(gone -> consultations.increment(gone.rowCount()))
        .chain(() -> customers.forget(connection, claimed, "customer_id"));
  }
}
