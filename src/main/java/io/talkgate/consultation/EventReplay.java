package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Audit;
import io.talkgate.access.AuditAction;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import io.talkgate.platform.Result;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Applies events that could not be applied when they came: with the code of today, at the time they
 * were received, each once however many ask for it.
 */
@Singleton
public class EventReplay {
  private static final Logger LOG = Logger.getLogger(EventReplay.class);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final BrandTransactions brands;
  private final ParkedEvents parked;
  private final ReplayStep step;
  private final Audit audit;

  EventReplay(BrandTransactions brands, ParkedEvents parked, ReplayStep step, Audit audit) {
    this.brands = brands;
    this.parked = parked;
    this.step = step;
    this.audit = audit;
  }

  /**
   * Replays one event of the caller's brand. EVENT_STATE unless it is FAILED, LINK_STATE unless its
   * link is APPROVED, EVENT_NOT_APPLICABLE if it fails again: it stays FAILED, with the new error.
   */
  public Uni<Result<KeptEvent>> replay(Caller caller, UUID id) {
    return brands
        .of(caller)
        .run(connection -> step.read(connection, caller.brand(), id))
        .chain(
            read ->
                read.fold(
                    entry -> entry.chain(event -> replay(caller, event)),
                    refusal -> Uni.createFrom().item(Result.refused(refusal))));
  }

  private Uni<Result<KeptEvent>> replay(Caller caller, LedgerEntry entry) {
    if (entry.error() != null) {
      return failsAgain(caller, entry, entry.error());
    }
    return untilDone(caller, entry)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onFailure(DatabaseErrors::isOfTheData)
        .recoverWithUni(failure -> failsAgain(caller, entry, failure));
  }

  private Uni<Result<KeptEvent>> untilDone(Caller caller, LedgerEntry entry) {
    return parkedBefore(entry)
        .chain(() -> brands.of(caller).runRefusable(connection -> apply(connection, caller, entry)))
        .onFailure(ReplayStep.NotYet.class)
        .recoverWithUni(
            held ->
                Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(PAUSE)
                    .chain(() -> untilDone(caller, entry)));
  }

  private Uni<Result<KeptEvent>> apply(SqlConnection connection, Caller caller, LedgerEntry entry) {
    return step.apply(connection, entry)
        .chain(
            result ->
                result.fold(
                    event -> record(connection, caller, entry, event.state()).replaceWith(result),
                    refusal -> Uni.createFrom().item(result)));
  }

  private Uni<Void> record(
      SqlConnection connection, Caller caller, LedgerEntry entry, EventState state) {
    Map<String, String> details = Map.of("state", state.name());
    return audit.record(
        connection,
        caller,
        new Deed(AuditAction.EVENT_REPLAYED, entry.brandId(), entry.stamp().id(), details));
  }

  /** They go first, so that an error of theirs is not taken for this event's. */
  private Uni<Void> parkedBefore(LedgerEntry entry) {
    return entry.isApplicable()
        ? parked.applyOneByOne(entry.customer())
        : Uni.createFrom().voidItem();
  }

  private Uni<Result<KeptEvent>> failsAgain(Caller caller, LedgerEntry entry, Throwable failure) {
    LOG.errorf(
        failure,
        "Event %s (%s) of link %s cannot be applied. It stays FAILED.",
        entry.stamp().id(),
        entry.name(),
        entry.linkId());
    return failsAgain(caller, entry, reason(failure));
  }

  private Uni<Result<KeptEvent>> failsAgain(Caller caller, LedgerEntry entry, String error) {
    return brands
        .of(caller)
        .run(
            connection ->
                step.fail(connection, entry, error)
                    .chain(() -> record(connection, caller, entry, EventState.FAILED)))
        .replaceWith(() -> Result.refused(ErrorCode.EVENT_NOT_APPLICABLE, error));
  }

  /** Messages of exceptions may quote a customer. */
  private static String reason(Throwable failure) {
    return failure instanceof PgException refused
        ? "refused by the database, SQLSTATE " + refused.getSqlState()
        : "failed inside: " + failure.getClass().getSimpleName();
  }
}
