package io.talkgate.consultation;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.UUID;

/**
 * Forgets customers who have no consultation and of whom nothing came for as long as their brand
 * keeps closed ones: friends who never wrote, and whom younger lines outlived their last
 * consultation. Whoever is blocked stays known as that.
 *
 * <p>It walks all customers, a bounded number at a time, and begins anew at the end: an index of
 * their last events would have to be written with each event.
 */
@Singleton
class CustomerRetention {
  private static final UUID FIRST = new UUID(0, 0);
  private static final int AT_ONCE = 500;
  private static final int STEPS = 20;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private static final String PAGE =
      """
      select brand_id, id from customers where (brand_id, id) > ($1, $2)
      order by brand_id, id limit $3
      """;

  /** The customer's row is the lock of everything below it; whoever is being served is left. */
  private static final String CLAIM =
      """
      select c.brand_id, c.id
      from customers c left join brand_retention r on r.brand_id = c.brand_id
      cross join lateral (
        select $3::timestamptz - coalesce(r.closed_consultation_days, 365) * interval '1 day' as since) kept
      where (c.brand_id, c.id) in (select * from unnest($1::uuid[], $2::uuid[])) and not c.blocked
        and c.last_event_at < kept.since
        and not exists (select from consultations k where k.brand_id = c.brand_id and k.customer_id = c.id)
        and not exists (
          select from messages m
          where m.brand_id = c.brand_id and m.customer_id = c.id and m.created_at >= kept.since)
      for update of c skip locked
      """;

  private final Transactions transactions;
  private final Clock clock;
  private final ForgottenCustomers customers;
  private volatile Position position = Position.START;

  CustomerRetention(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions, Clock clock, MeterRegistry meters) {
    this.transactions = transactions;
    this.clock = clock;
    this.customers = new ForgottenCustomers(clock, meters);
  }

  /** Looks at a bounded number; the next call goes on behind them. */
  @Scheduled(every = "5m", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    return steps(STEPS).onFailure(DatabaseErrors::isUnavailable).recoverWithNull();
  }

  private Uni<Void> steps(int left) {
    return transactions
        .run(this::step)
        .invoke(next -> position = next)
        .chain(
            next ->
                next.equals(Position.START) || left == 1
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(PAUSE)
                        .chain(() -> steps(left - 1)));
  }

  private Uni<Position> step(SqlConnection connection) {
    return connection
        .preparedQuery(PAGE)
        .execute(Tuple.of(position.brandId(), position.id(), AT_ONCE))
        .map(rows -> Columns.list(rows, row -> row))
        .chain(
            page ->
                page.isEmpty()
                    ? Uni.createFrom().item(Position.START)
                    : forget(connection, page).replaceWith(() -> Position.behind(page)));
  }

  private Uni<Void> forget(SqlConnection connection, List<Row> page) {
    Tuple looked =
        Tuple.of(
            Columns.uuids(page, row -> row.getUUID("brand_id")),
            Columns.uuids(page, row -> row.getUUID("id")),
            Columns.time(clock.instant()));
    return connection
        .preparedQuery(CLAIM)
        .execute(looked)
        .map(rows -> Columns.list(rows, row -> row))
        .chain(
            claimed ->
                claimed.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : customers.forget(connection, claimed, "id"));
  }

  /** How far the walk has come. */
  private record Position(UUID brandId, UUID id) {
    static final Position START = new Position(FIRST, FIRST);

    /** The start, too, behind the last page. */
    static Position behind(List<Row> page) {
      Row last = page.get(page.size() - 1);
      return page.size() < AT_ONCE
          ? START
          : new Position(last.getUUID("brand_id"), last.getUUID("id"));
    }
  }
}
