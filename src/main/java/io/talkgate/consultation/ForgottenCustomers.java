package io.talkgate.consultation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;

/** Forgets customers of whom nothing is left, in the transaction of whoever has locked them. */
final class ForgottenCustomers {
  /** What came while nothing was open is as old as what came before and after it. */
  private static final String FORGET_LINES =
      """
      delete from messages m
      using unnest($1::uuid[], $2::uuid[]) as c (brand_id, id)
      left join brand_retention r using (brand_id)
      where m.brand_id = c.brand_id and m.customer_id = c.id and m.consultation_id is null
        and m.created_at < $3::timestamptz - coalesce(r.closed_consultation_days, 365) * interval '1 day'
      """;

  private static final String NOTHING_LEFT =
      """
      (c.brand_id, c.id) in (select * from unnest($1::uuid[], $2::uuid[])) and not c.blocked
        and not exists (select from consultations k where k.brand_id = c.brand_id and k.customer_id = c.id)
        and not exists (select from messages m where m.brand_id = c.brand_id and m.customer_id = c.id)
      """;

  private static final String FORGET_WITH_CUSTOMERS =
      "select forget_referring('customers', array_agg(c.brand_id), array_agg(c.id))"
          + " from customers c where "
          + NOTHING_LEFT;

  private static final String FORGET_CUSTOMERS = "delete from customers c where " + NOTHING_LEFT;

  private final Clock clock;
  private final Counter customers;

  ForgottenCustomers(Clock clock, MeterRegistry meters) {
    this.clock = clock;
    this.customers =
        Counter.builder("talkgate.retention.customers.forgotten")
            .description("Customers deleted as nothing of them was left")
            .register(meters);
  }

  /**
   * Forgets the lines of these customers whose time is over, and those of whom nothing else is
   * left.
   *
   * @param locked rows with {@code brand_id} and the column named
   */
  Uni<Void> forget(SqlConnection connection, List<Row> locked, String idColumn) {
    var brands = Columns.uuids(locked, row -> row.getUUID("brand_id"));
    var people = Columns.uuids(locked, row -> row.getUUID(idColumn));
    Tuple theirs = Tuple.of(brands, people);
    Tuple untilNow = Tuple.of(brands, people, Columns.time(clock.instant()));
    return connection
        .preparedQuery(FORGET_LINES)
        .execute(untilNow)
        .chain(() -> connection.preparedQuery(FORGET_WITH_CUSTOMERS).execute(theirs))
        .chain(() -> connection.preparedQuery(FORGET_CUSTOMERS).execute(theirs))
        .invoke(gone -> customers.increment(gone.rowCount()))
        .replaceWithVoid();
  }
}
