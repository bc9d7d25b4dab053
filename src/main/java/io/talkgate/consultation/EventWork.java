package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One transaction's work on events: the ledger, the customers' locks, their parked events, the new
 * ones, the writing. While a customer has more parked events than one transaction takes up, new
 * ones are parked behind them, so that the order holds.
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
   * Does the work.
   *
   * @param arrived new events, in the order received
   * @param waiting customers whose parked events are to be applied although nothing new came from
   *     them
   * @param parkedAtOnce how many parked events to take up at most
   * @return whether there may be more parked events of these customers
   */
  Uni<Boolean> run(
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
        .chain(
            links ->
                run(connection, arrived, approved(arrived, waiting, links), links, parkedAtOnce));
  }

  private Uni<Boolean> run(
      SqlConnection connection,
      List<LedgerEntry> arrived,
      List<CustomerKey> customers,
      Map<UUID, LinkStanding> links,
      int parkedAtOnce) {
    if (customers.isEmpty()) {
      return ledger.insert(connection, lines(arrived, Set.of())).replaceWith(false);
    }
    return scenes
        .set(connection, customers, links)
        .chain(
            set ->
                ledger
                    .parked(connection, customers, parkedAtOnce)
                    .chain(
                        parked ->
                            apply(
                                connection, arrived, parked, set, parked.size() == parkedAtOnce)));
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

  private static List<CustomerKey> approved(
      List<LedgerEntry> arrived, List<CustomerKey> waiting, Map<UUID, LinkStanding> links) {
    Stream<CustomerKey> writers =
        arrived.stream().filter(LedgerEntry::isApplicable).map(LedgerEntry::customer);
    return Stream.concat(writers, waiting.stream())
        .filter(key -> isApproved(links.get(key.linkId())))
        .distinct()
        .toList();
  }

  private static boolean isApproved(@Nullable LinkStanding link) {
    return link != null && link.approved();
  }

  private static List<LedgerLine> lines(List<LedgerEntry> entries, Set<CustomerKey> ready) {
    return entries.stream().map(entry -> LedgerLine.arrived(entry, isReady(entry, ready))).toList();
  }

  private static boolean isReady(LedgerEntry entry, Set<CustomerKey> ready) {
    return entry.isApplicable() && ready.contains(entry.customer());
  }
}
