package io.talkgate.consultation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Keeps events in the ledger and applies them, in one transaction for all that are given. If that
 * fails for a reason other than the database's being away, each goes alone, and the one that cannot
 * be applied is kept with its error.
 */
@ApplicationScoped
class LedgerApplier implements EventApplier {
  private static final Logger LOG = Logger.getLogger(LedgerApplier.class);

  private final Transactions transactions;
  private final EventWork work;
  private final ParkedEvents parked;

  LedgerApplier(Transactions transactions, EventWork work, ParkedEvents parked) {
    this.transactions = transactions;
    this.work = work;
    this.parked = parked;
  }

  @Override
  public Uni<Void> keep(List<ReceivedEvent> events) {
    List<LedgerEntry> entries = events.stream().map(LedgerEntry::of).toList();
    return together(entries)
        .onFailure(LedgerApplier::isOurs)
        .recoverWithUni(failure -> apart(entries));
  }

  private Uni<Void> together(List<LedgerEntry> entries) {
    return transactions
        .run(connection -> work.run(connection, entries, List.of(), EventLedger.PARKED_AT_ONCE))
        .replaceWithVoid();
  }

  private Uni<Void> apart(List<LedgerEntry> entries) {
    return Multi.createFrom()
        .iterable(entries)
        .onItem()
        .transformToUniAndConcatenate(this::alone)
        .onItem()
        .ignoreAsUni();
  }

  /** Events parked before it go first, so that an error of theirs is not taken for its own. */
  private Uni<Void> alone(LedgerEntry entry) {
    Uni<Void> before =
        entry.isApplicable() ? parked.applyOneByOne(entry.customer()) : Uni.createFrom().voidItem();
    return before
        .chain(() -> together(List.of(entry)))
        .onFailure(LedgerApplier::isOurs)
        .recoverWithUni(failure -> withError(entry, failure));
  }

  private Uni<Void> withError(LedgerEntry entry, Throwable failure) {
    LOG.errorf(
        failure,
        "Event %s (%s) of link %s cannot be applied. It is kept as FAILED.",
        entry.stamp().id(),
        entry.name(),
        entry.linkId());
    return together(List.of(entry.failed(failure.getClass().getSimpleName())));
  }

  private static boolean isOurs(Throwable failure) {
    return !DatabaseErrors.isUnavailable(failure);
  }
}
