package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One transaction's work on events: the customers' locks, their parked events, the ledger, the new
 * events, the writing. Events of a customer whose row somebody else holds are left behind
 * untouched. While a customer has more parked events than one transaction takes up, new ones are
 * parked behind them, so that the order holds.
 */
@ApplicationScoped
class EventWork {
  private final SceneStore scenes;
  private final EventLedger ledger;
  private final ChangeWriter writer;

  EventWork(SceneStore scenes, EventLedger ledger, ChangeWriter writer) {
    this.scenes = scenes;
    this.ledger = ledger;
    this.writer = writer;
  }

  /**
   * What was done.
   *
   * @param leftBehind arrived events of which nothing was kept
   * @param maybeMoreParked whether the customers may have more parked events
   * @param waitingHeld whether somebody holds the row of one of the waiting customers
   */
  record Outcome(List<LedgerEntry> leftBehind, boolean maybeMoreParked, boolean waitingHeld) {}

  /**
   * Does the work.
   *
   * @param arrived new events, in the order received
   * @param waiting customers whose parked events are to be applied although nothing new came from
   *     them
   * @param parkedAtOnce how many parked events to take up at most
   */
  Uni<Outcome> run(
      SqlConnection connection,
      List<LedgerEntry> arrived,
      List<CustomerKey> waiting,
      int parkedAtOnce) {
    List<UUID> linkIds =
        Stream.concat(
                arrived.stream().map(LedgerEntry::linkId),
                waiting.stream().map(CustomerKey::linkId))
            .distinct()
            .toList();
    return scenes
        .links(connection, linkIds)
        .chain(links -> run(connection, arrived, waiting, links, parkedAtOnce));
  }

  private Uni<Outcome> run(
      SqlConnection connection,
      List<LedgerEntry> arrived,
      List<CustomerKey> waiting,
      Map<UUID, LinkStanding> links,
      int parkedAtOnce) {
    Set<CustomerKey> customers = approved(arrived, waiting, links);
    if (customers.isEmpty()) {
      return ledger
          .insert(connection, lines(arrived, Set.of()))
          .replaceWith(new Outcome(List.of(), false, false));
    }
    return scenes
        .set(connection, List.copyOf(customers), links)
        .chain(
            set -> {
              List<LedgerEntry> behind =
                  arrived.stream().filter(entry -> isHeld(entry, customers, set)).toList();
              List<LedgerEntry> now =
                  arrived.stream().filter(entry -> !isHeld(entry, customers, set)).toList();
              boolean waitingHeld =
                  waiting.stream()
                      .anyMatch(key -> customers.contains(key) && !set.containsKey(key));
              return parkedThenArrived(connection, now, set, parkedAtOnce)
                  .map(maybeMore -> new Outcome(behind, maybeMore, waitingHeld));
            });
  }

  private Uni<Boolean> parkedThenArrived(
      SqlConnection connection,
      List<LedgerEntry> arrived,
      Map<CustomerKey, Scene> set,
      int parkedAtOnce) {
    return ledger
        .parked(connection, List.copyOf(set.keySet()), parkedAtOnce)
        .chain(parked -> apply(connection, arrived, parked, set, parked.size() == parkedAtOnce));
  }

  private Uni<Boolean> apply(
      SqlConnection connection,
      List<LedgerEntry> arrived,
      List<LedgerEntry> parked,
      Map<CustomerKey, Scene> set,
      boolean maybeMore) {
    parked.forEach(entry -> apply(set, entry));
    Set<CustomerKey> ready = maybeMore ? Set.of() : set.keySet();
    return ledger
        .insert(connection, lines(arrived, ready))
        .invoke(
            inserted ->
                arrived.stream()
                    .filter(entry -> inserted.contains(entry.stamp().id()) && isReady(entry, ready))
                    .forEach(entry -> apply(set, entry)))
        .chain(() -> ledger.markApplied(connection, parked))
        .chain(() -> writer.write(connection, List.copyOf(set.values())))
        .replaceWith(maybeMore);
  }

  private static void apply(Map<CustomerKey, Scene> set, LedgerEntry entry) {
    Scene scene =
        Objects.requireNonNull(set.get(entry.customer()), "the customer's row was not locked");
    EventMachine.apply(scene, Objects.requireNonNull(entry.event()), entry.stamp());
  }

  private static Set<CustomerKey> approved(
      List<LedgerEntry> arrived, List<CustomerKey> waiting, Map<UUID, LinkStanding> links) {
    Stream<CustomerKey> writers =
        arrived.stream().filter(LedgerEntry::isApplicable).map(LedgerEntry::customer);
    return Stream.concat(writers, waiting.stream())
        .filter(key -> isApproved(links.get(key.linkId())))
        .collect(Collectors.toSet());
  }

  private static boolean isApproved(@Nullable LinkStanding link) {
    return link != null && link.approved();
  }

  private static boolean isHeld(
      LedgerEntry entry, Set<CustomerKey> customers, Map<CustomerKey, Scene> set) {
    return entry.isApplicable()
        && !set.containsKey(entry.customer())
        && customers.contains(entry.customer());
  }

  private static List<LedgerLine> lines(List<LedgerEntry> entries, Set<CustomerKey> ready) {
    return entries.stream().map(entry -> LedgerLine.arrived(entry, isReady(entry, ready))).toList();
  }

  private static boolean isReady(LedgerEntry entry, Set<CustomerKey> ready) {
    return entry.isApplicable() && ready.contains(entry.customer());
  }
}
