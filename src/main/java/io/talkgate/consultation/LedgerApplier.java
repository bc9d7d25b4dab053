package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.CommitBell;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Keeps events in the ledger and applies them, in one transaction for all that are given. If that
 * fails for a reason other than the database's being away, each goes alone, and the one that cannot
 * be applied is kept with its error.
 */
@Singleton
class LedgerApplier implements EventApplier {
  private static final Logger LOG = Logger.getLogger(LedgerApplier.class);

  private final Transactions transactions;
  private final EventWork work;
  private final ParkedEvents parked;
  private final FailedEvents failed;
  private final CommitBell bell;

  LedgerApplier(
      @ActingAs(DatabaseRole.INTAKE) Transactions transactions,
      EventWork work,
      ParkedEvents parked,
      FailedEvents failed,
      CommitBell bell) {
    this.transactions = transactions;
    this.work = work;
    this.parked = parked;
    this.failed = failed;
    this.bell = bell;
  }

  @Override
  public Uni<List<ReceivedEvent>> keep(List<ReceivedEvent> events) {
    return keep(events, true);
  }

  @Override
  public Uni<List<ReceivedEvent>> keepNew(List<ReceivedEvent> events) {
    return keep(events, false);
  }

  private Uni<List<ReceivedEvent>> keep(List<ReceivedEvent> events, boolean maybeKept) {
    List<LedgerEntry> entries =
        events.stream().map(event -> LedgerEntry.of(event, maybeKept)).toList();
    return togetherOrApart(entries).map(leftBehind -> received(events, leftBehind));
  }

  private static List<ReceivedEvent> received(
      List<ReceivedEvent> events, List<LedgerEntry> leftBehind) {
    if (leftBehind.isEmpty()) {
      return List.of();
    }
    Set<UUID> ids =
        leftBehind.stream().map(entry -> entry.stamp().id()).collect(Collectors.toSet());
    return events.stream().filter(event -> ids.contains(event.stamp().id())).toList();
  }

  private Uni<List<LedgerEntry>> together(List<LedgerEntry> entries) {
    return transactions
        .runReadingFirst(
            connection -> work.run(connection, entries, List.of(), EventLedger.PARKED_AT_ONCE))
        .invoke(bell::ring)
        .map(EventWork.Outcome::leftBehind);
  }

  /** By halves: one that cannot be applied costs the others a few transactions, not one each. */
  private Uni<List<LedgerEntry>> apart(List<LedgerEntry> entries) {
    if (entries.size() == 1) {
      return alone(entries.get(0));
    }
    int half = entries.size() / 2;
    return togetherOrApart(entries.subList(0, half))
        .chain(
            first ->
                behind(first, entries.subList(half, entries.size()))
                    .map(second -> Stream.concat(first.stream(), second.stream()).toList()));
  }

  /** A customer of whom something was left behind has the rest left behind, too. */
  private Uni<List<LedgerEntry>> behind(List<LedgerEntry> left, List<LedgerEntry> entries) {
    Set<CustomerKey> held = left.stream().map(LedgerEntry::customer).collect(Collectors.toSet());
    Map<Boolean, List<LedgerEntry>> follows =
        entries.stream()
            .collect(
                Collectors.partitioningBy(
                    entry -> entry.isApplicable() && held.contains(entry.customer())));
    List<LedgerEntry> free = follows.getOrDefault(false, List.of());
    List<LedgerEntry> waiting = follows.getOrDefault(true, List.of());
    Uni<List<LedgerEntry>> done =
        free.isEmpty() ? Uni.createFrom().item(List.of()) : togetherOrApart(free);
    return done.map(more -> Stream.concat(waiting.stream(), more.stream()).toList());
  }

  private Uni<List<LedgerEntry>> togetherOrApart(List<LedgerEntry> entries) {
    return together(entries)
        .onFailure(LedgerApplier::isOurs)
        .recoverWithUni(failure -> apart(entries));
  }

  /** Events parked before it go first, so that an error of theirs is not taken for its own. */
  private Uni<List<LedgerEntry>> alone(LedgerEntry entry) {
    Uni<Void> before =
        entry.isApplicable() ? parked.applyOneByOne(entry.customer()) : Uni.createFrom().voidItem();
    return before
        .chain(() -> together(List.of(entry)))
        .onFailure(LedgerApplier::isOurs)
        .recoverWithUni(failure -> withError(entry, failure));
  }

  private Uni<List<LedgerEntry>> withError(LedgerEntry entry, Throwable failure) {
    LOG.errorf(
        failure,
        "Event %s (%s) of link %s cannot be applied. It is kept as FAILED.",
        entry.stamp().id(),
        entry.name(),
        entry.linkId());
    return together(List.of(entry.failed(failure.getClass().getSimpleName())))
        .invoke(failed::another);
  }

  private static boolean isOurs(Throwable failure) {
    return DatabaseErrors.isOfTheData(failure);
  }
}
