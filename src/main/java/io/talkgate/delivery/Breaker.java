package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The breakers of one table. */
final class Breaker {
  private static final Logger LOG = Logger.getLogger(Breaker.class);

  private final Transactions transactions;
  private final BreakerPolicy policy;
  private final String count;
  private final String open;
  private final String close;

  /**
   * Of a table's rows.
   *
   * @param condition finds the row by parameters from $2 on
   */
  Breaker(Transactions transactions, BreakerPolicy policy, String table, String condition) {
    this.transactions = transactions;
    this.policy = policy;
    String row = " where " + condition;
    // A call from before it opened tells nothing new.
    count =
        "update "
            + table
            + " set failures = failures + 1"
            + row
            + " and (opened_at is null or opened_at <= $1::timestamptz) returning failures";
    open =
        "update "
            + table
            + " set open_until = delivery_now() + make_interval(secs => $1::float8),"
            + " opened_at = coalesce(opened_at, delivery_now())"
            + row;
    close =
        "update "
            + table
            + " set failures = 0, open_until = null, opened_at = null, open_seconds = open_seconds"
            + " + coalesce(extract(epoch from delivery_now() - opened_at)::float8, 0)"
            + row
            + " and failures > $1::integer";
  }

  Uni<Void> failed(String whose, Instant claimedAt, List<?> key) {
    return run(count, Columns.time(claimedAt), key)
        .chain(
            rows ->
                policy
                    .pauseAfter(failures(rows))
                    .map(pause -> open(whose, pause, key))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  Uni<Void> answered(List<?> key) {
    return run(close, 0, key).replaceWithVoid();
  }

  private Uni<Void> open(String whose, Duration pause, List<?> key) {
    LOG.warnf(
        "Calls of the send API fail for %s. The next one is made in %d s.",
        whose, pause.toSeconds());
    return run(open, (double) pause.toSeconds(), key).replaceWithVoid();
  }

  private Uni<RowSet<Row>> run(String sql, @Nullable Object value, List<?> key) {
    Tuple values = Tuple.tuple().addValue(value);
    key.forEach(values::addValue);
    return transactions.query(sql, values);
  }

  private static int failures(RowSet<Row> rows) {
    RowIterator<Row> found = rows.iterator();
    return found.hasNext() ? found.next().getInteger("failures") : 0;
  }
}
