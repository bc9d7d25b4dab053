package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of a replay. */
@Singleton
class ReplayStep {
  private static final String READ =
      """
      select e.brand_id, e.id, e.link_id, e.state, e.received_at, e.body
      from events e where e.brand_id = $1 and e.id = $2
      """;

  private static final String LOCK =
      """
      select e.state, l.status from events e
      join links l on l.brand_id = e.brand_id and l.id = e.link_id
      where e.brand_id = $1 and e.id = $2
      for update of e for share of l
      """;

  private static final String PARK =
      """
      update events set state = 'PARKED', error = null, event = $3, talktalk_user = $4
      where brand_id = $1 and id = $2
      """;

  private static final String NAME =
      "update events set error = null, event = $3, talktalk_user = $4 where brand_id = $1 and id ="
          + " $2";

  private static final String FAIL =
      "update events set error = $3 where brand_id = $1 and id = $2 and state = 'FAILED'";

  private final EventWork work;
  private final EventLedger ledger;
  private final EventReads reads;

  ReplayStep(EventWork work, EventLedger ledger, EventReads reads) {
    this.work = work;
    this.ledger = ledger;
    this.reads = reads;
  }

  /**
   * How to read the event with the code of today, outside the transaction; EVENT_STATE unless it is
   * FAILED.
   */
  Uni<Result<Uni<LedgerEntry>>> read(SqlClient client, UUID brandId, UUID id) {
    return client
        .preparedQuery(READ)
        .execute(Tuple.of(brandId, id))
        .map(
            rows -> {
              RowIterator<Row> found = rows.iterator();
              if (!found.hasNext()) {
                return Result.refused(ErrorCode.NOT_FOUND);
              }
              Row row = found.next();
              Refusal refusal = unlessFailed(row);
              return refusal == null ? Result.done(entry(row)) : Result.refused(refusal);
            });
  }

  private Uni<LedgerEntry> entry(Row row) {
    return LargeWork.of(row.getBuffer("body").length(), () -> ledger.entry(row));
  }

  /**
   * Applies a readable event, all in the caller's transaction. Fails with {@link NotYet} if that is
   * to be rolled back and tried again.
   */
  Uni<Result<KeptEvent>> apply(SqlConnection connection, LedgerEntry entry) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(entry.brandId(), entry.stamp().id()))
        .chain(
            rows -> {
              RowIterator<Row> found = rows.iterator();
              Refusal refusal =
                  found.hasNext() ? refusal(found.next(), entry) : Refusal.of(ErrorCode.NOT_FOUND);
              return refusal == null
                  ? applyLocked(connection, entry)
                  : Uni.createFrom().item(Result.refused(refusal));
            });
  }

  /** Notes why it still cannot be applied. */
  Uni<Void> fail(SqlConnection connection, LedgerEntry entry, String error) {
    return connection
        .preparedQuery(FAIL)
        .execute(Tuple.of(entry.brandId(), entry.stamp().id(), error))
        .replaceWithVoid();
  }

  private Uni<Result<KeptEvent>> applyLocked(SqlConnection connection, LedgerEntry entry) {
    Uni<Void> applied =
        entry.isApplicable() ? asParked(connection, entry) : asNothing(connection, entry);
    return applied.chain(
        () -> reads.get(connection, entry.brandId(), entry.stamp().id()).invoke(ReplayStep::check));
  }

  /** As one that was parked it goes the way of all events, before those received after it. */
  private Uni<Void> asParked(SqlConnection connection, LedgerEntry entry) {
    return name(connection, PARK, entry, entry.customer().user())
        .chain(
            () ->
                work.run(
                    connection, List.of(), List.of(entry.customer()), EventLedger.PARKED_AT_ONCE))
        .replaceWithVoid();
  }

  /** An event of a name that is not known changes nothing. */
  private Uni<Void> asNothing(SqlConnection connection, LedgerEntry entry) {
    return name(connection, NAME, entry, null)
        .chain(() -> ledger.markApplied(connection, List.of(entry)));
  }

  private static Uni<Void> name(
      SqlConnection connection, String sql, LedgerEntry entry, @Nullable String user) {
    return connection
        .preparedQuery(sql)
        .execute(Tuple.of(entry.brandId(), entry.stamp().id(), entry.name(), user))
        .replaceWithVoid();
  }

  private static @Nullable Refusal refusal(Row row, LedgerEntry entry) {
    Refusal refusal = unlessFailed(row);
    String link = row.getString("status");
    return refusal == null && entry.isApplicable() && !link.equals("APPROVED")
        ? Refusal.of(ErrorCode.LINK_STATE, link)
        : refusal;
  }

  private static @Nullable Refusal unlessFailed(Row row) {
    String state = row.getString("state");
    return state.equals(EventState.FAILED.name()) ? null : Refusal.of(ErrorCode.EVENT_STATE, state);
  }

  private static void check(Result<KeptEvent> result) {
    if (result instanceof Result.Done<KeptEvent> done
        && done.value().state() != EventState.APPLIED) {
      throw new NotYet();
    }
  }

  /** Somebody holds the customer's row, or more parked events come first. */
  static final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYet() {
      super(null, null, false, false);
    }
  }
}
