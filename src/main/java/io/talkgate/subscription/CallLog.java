package io.talkgate.subscription;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What subscribers were told in the last seven days, and its repetition. */
@Singleton
public class CallLog {
  private static final String EXISTS = "select from subscriptions where brand_id = $1 and id = $2";

  private static final String LIST =
      """
      select event_id, type, status, attempts, answer, created_at, due_at from outgoing_webhooks
      where brand_id = $1 and subscription_id = $2 and (cardinality($3::text[]) = 0 or status = any($3))
        and ($4::timestamptz is null or (created_at, event_id) < ($4, $5::uuid))
      order by created_at desc, event_id desc
      limit $6
      """;

  private static final String REPLAY =
      """
      update outgoing_webhooks set status = 'QUEUED', attempts = 0, answer = null, due_at = $4
      where brand_id = $1 and subscription_id = $2 and created_at >= $3 and status <> 'QUEUED'
      """;

  private final BrandTransactions brands;
  private final Clock clock;

  CallLog(BrandTransactions brands, Clock clock) {
    this.brands = brands;
    this.clock = clock;
  }

  /**
   * What a subscriber was told or is to be told, newest first; refused with NOT_FOUND.
   *
   * @param statuses of these; all if there is none
   */
  public Uni<Result<Page<LoggedCall>>> list(
      Caller caller, UUID subscriptionId, Set<CallStatus> statuses, PageRequest page) {
    Cursor after = page.after();
    Tuple values =
        Tuple.of(
            caller.brand(),
            subscriptionId,
            Columns.texts(List.copyOf(statuses), CallStatus::name),
            after == null ? null : Columns.time(after.at()),
            after == null ? null : after.id(),
            page.limit() + 1);
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                ifThere(
                    connection,
                    caller,
                    subscriptionId,
                    () ->
                        connection
                            .preparedQuery(LIST)
                            .execute(values)
                            .map(rows -> Columns.list(rows, CallLog::read))
                            .map(rows -> Page.of(rows, page.limit(), CallLog::cursor))));
  }

  /**
   * Tells a subscriber once more, under the same ids and in the same order, what it was told since.
   * What is still queued stays as it is.
   *
   * @return how many events; refused with NOT_FOUND
   */
  public Uni<Result<Integer>> replay(Caller caller, UUID subscriptionId, Instant from) {
    Tuple values =
        Tuple.of(caller.brand(), subscriptionId, Columns.time(from), Columns.time(clock.instant()));
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                ifThere(
                    connection,
                    caller,
                    subscriptionId,
                    () ->
                        connection
                            .preparedQuery(REPLAY)
                            .execute(values)
                            .map(rows -> rows.rowCount())));
  }

  private static <T> Uni<Result<T>> ifThere(
      SqlConnection connection, Caller caller, UUID subscriptionId, Supplier<Uni<T>> work) {
    return connection
        .preparedQuery(EXISTS)
        .execute(Tuple.of(caller.brand(), subscriptionId))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Result.refused(ErrorCode.NOT_FOUND))
                    : work.get().map(Result::done));
  }

  private static LoggedCall read(Row row) {
    return new LoggedCall(
        row.getUUID("event_id"),
        EventType.of(row.getString("type")),
        CallStatus.valueOf(row.getString("status")),
        row.getInteger("attempts"),
        row.getString("answer"),
        Objects.requireNonNull(Columns.instant(row.getOffsetDateTime("created_at"))),
        Columns.instant(row.getOffsetDateTime("due_at")));
  }

  private static Cursor cursor(LoggedCall call) {
    return new Cursor(call.createdAt(), call.id());
  }
}
