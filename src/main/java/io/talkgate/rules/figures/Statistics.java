package io.talkgate.rules.figures;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the desk did, in numbers. */
@Singleton
public class Statistics {
  private static final Logger LOG = Logger.getLogger(Statistics.class);

  /** Events that were spooled have come by then; what comes later still is not counted. */
  private static final Duration SETTLED = Duration.ofHours(2);

  /** Counted in one transaction at most. */
  private static final Duration AT_ONCE = Duration.ofDays(1);

  private static final String BRANDS =
      """
      select b.id from brands b left join statistics_progress p on p.brand_id = b.id
      where p.counted_until is null or p.counted_until < $1 limit 500
      """;

  /** A new brand has no more past than its first consultation. */
  private static final String BEGIN =
      """
      insert into statistics_progress (brand_id, counted_until)
      select $1, least($2, coalesce(date_trunc('hour', min(opened_at), 'UTC'), $2)) from consultations where brand_id = $1
      on conflict (brand_id) do nothing
      """;

  private static final String TAKE =
      "select counted_until from statistics_progress where brand_id = $1 for update skip locked";
  private static final String COUNTED =
      "update statistics_progress set counted_until = $2 where brand_id = $1";
  private static final String UNTIL =
      "select counted_until from statistics_progress where brand_id = $1";

  private final BrandTransactions brands;
  private final Transactions transactions;
  private final Clock clock;

  Statistics(
      BrandTransactions brands,
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      Clock clock) {
    this.brands = brands;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The figures that are asked for, of the caller's brand, in the order of their keys. */
  public Uni<List<Figures>> read(Caller caller, FiguresQuestion question) {
    Instant from = question.from().atStartOfDay(question.zone()).toInstant();
    Instant to = question.to().plusDays(1).atStartOfDay(question.zone()).toInstant();
    return brands
        .of(caller)
        .run(
            connection ->
                countedUntil(connection, caller.brand(), from)
                    .chain(until -> read(connection, caller.brand(), question, from, to, until)));
  }

  private static Uni<List<Figures>> read(
      SqlConnection connection,
      UUID brandId,
      FiguresQuestion question,
      Instant from,
      Instant to,
      Instant countedUntil) {
    Tuple values =
        Tuple.tuple()
            .addValue(brandId)
            .addValue(Columns.time(from))
            .addValue(Columns.time(to))
            .addValue(Columns.time(countedUntil))
            .addValue(question.zone().getId())
            .addValue(question.linkId());
    return connection
        .preparedQuery(question.by().query())
        .execute(values)
        .map(rows -> Columns.list(rows, Statistics::figures));
  }

  /** Where nothing is counted yet, everything is as it is now. */
  private static Uni<Instant> countedUntil(
      SqlConnection connection, UUID brandId, Instant otherwise) {
    return connection
        .preparedQuery(UNTIL)
        .execute(Tuple.of(brandId))
        .map(rows -> first(rows.iterator()))
        .map(until -> until == null ? otherwise : until);
  }

  /** Counts the hours that are over, a brand at a time; another replica's brand is left to it. */
  @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> count() {
    Instant until = clock.instant().minus(SETTLED).truncatedTo(ChronoUnit.HOURS);
    return transactions
        .run(
            connection ->
                connection
                    .preparedQuery(BRANDS)
                    .execute(Tuple.of(Columns.time(until)))
                    .map(rows -> Columns.list(rows, row -> row.getUUID(0))))
        .chain(
            brands ->
                Multi.createFrom()
                    .iterable(brands)
                    .onItem()
                    .transformToUniAndConcatenate(brand -> countOrPass(brand, until))
                    .onItem()
                    .ignoreAsUni());
  }

  private Uni<Void> countOrPass(UUID brandId, Instant until) {
    return transactions
        .run(connection -> count(connection, brandId, until))
        .onFailure()
        .invoke(failure -> LOG.warnf(failure, "Nothing counted of brand %s.", brandId))
        .onFailure()
        .recoverWithNull();
  }

  private static Uni<Void> count(SqlConnection connection, UUID brandId, Instant until) {
    return connection
        .preparedQuery(BEGIN)
        .execute(Tuple.of(brandId, Columns.time(until)))
        .chain(() -> connection.preparedQuery(TAKE).execute(Tuple.of(brandId)))
        .map(rows -> first(rows.iterator()))
        .chain(
            from ->
                from == null || !from.isBefore(until)
                    ? Uni.createFrom().voidItem()
                    : count(connection, brandId, from, earlier(from.plus(AT_ONCE), until)));
  }

  private static Uni<Void> count(
      SqlConnection connection, UUID brandId, Instant from, Instant until) {
    return connection
        .preparedQuery(Counting.COUNT)
        .execute(Tuple.of(brandId, Columns.time(from), Columns.time(until)))
        .chain(
            () -> connection.preparedQuery(COUNTED).execute(Tuple.of(brandId, Columns.time(until))))
        .replaceWithVoid();
  }

  private static @Nullable Instant first(RowIterator<Row> rows) {
    return rows.hasNext() ? Columns.instant(rows.next().getOffsetDateTime(0)) : null;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Figures figures(Row row) {
    long answered = row.getLong("answered");
    long closed = row.getLong("closed");
    long ratings = row.getLong("ratings");
    return new Figures(
        row.getString("key"),
        row.getLong("opened"),
        answered,
        closed,
        average(row.getDouble("response_seconds"), answered),
        average(row.getDouble("handling_seconds"), closed),
        average(row.getDouble("waiting_seconds"), row.getLong("waited")),
        row.getLong("missed"),
        ratings,
        average((double) row.getLong("rating_sum"), ratings),
        row.getLong("failures"));
  }

  private static @Nullable Double average(double sum, long count) {
    return count == 0 ? null : sum / count;
  }
}
