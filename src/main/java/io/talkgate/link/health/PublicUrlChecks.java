package io.talkgate.link.health;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the canaries of all replicas found, one row. */
@Singleton
class PublicUrlChecks {
  private static final String READ =
      "select ok_at, failures, cause, certificate_ends_at from public_url_checks";

  /** Once a minute over all replicas. */
  private static final String CLAIM =
      """
      update public_url_checks set claimed_at = $1::timestamptz
      where claimed_at is null or claimed_at < $1::timestamptz - interval '50 seconds'
      """;

  private static final String OK =
      """
      update public_url_checks
      set ok_at = $1, failures = 0, cause = null, certificate_ends_at = $2
      """;

  private static final String FAILED =
      "update public_url_checks set failures = failures + 1, cause = $1";

  private final Transactions transactions;
  private final Clock clock;
  private volatile PublicUrl latest = PublicUrl.UNKNOWN;

  PublicUrlChecks(@ActingAs(DatabaseRole.TIMERS) Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** As it was read last. */
  PublicUrl latest() {
    return latest;
  }

  Uni<Void> refresh() {
    return transactions
        .query(READ, Tuple.tuple())
        .invoke(rows -> latest = read(rows.iterator().next()))
        .replaceWithVoid();
  }

  /** Whether it is this replica's turn. */
  Uni<Boolean> claim() {
    return transactions
        .query(CLAIM, Tuple.of(Columns.time(clock.instant())))
        .map(rows -> rows.rowCount() > 0);
  }

  /** It was reached. */
  Uni<Void> reached(@Nullable Instant certificateEnds) {
    return transactions
        .query(OK, Tuple.of(Columns.time(clock.instant()), Columns.time(certificateEnds)))
        .replaceWithVoid();
  }

  /** It was not. */
  Uni<Void> failed(String cause) {
    return transactions.query(FAILED, Tuple.of(cause)).replaceWithVoid();
  }

  private static PublicUrl read(Row row) {
    return new PublicUrl(
        Columns.instant(row.getOffsetDateTime("ok_at")),
        row.getInteger("failures"),
        row.getString("cause"),
        Columns.instant(row.getOffsetDateTime("certificate_ends_at")));
  }
}
