package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One transaction's work on events: the customers' locks, their parked events, the ledger, the new
 * events, the writing. Events of a customer whose row somebody else holds are left behind
 * untouched. While a customer has more parked events than one transaction takes up, new ones are
 * parked behind them, so that the order holds.
 */
@Singleton
class EventWork {
  private final BeforeReader reader;
  private final SceneStore scenes;
  private final EventLedger ledger;
  private final ChangeWriter writer;

  EventWork(BeforeReader reader, SceneStore scenes, EventLedger ledger, ChangeWriter writer) {
    this.reader = reader;
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
    List<CustomerKey> keys = customers(arrived, waiting);
    return reader
        .read(connection, arrived, linkIds(arrived, keys), keys, parkedAtOnce)
        .chain(before -> split(connection, arrived, waiting, before));
  }

  private Uni<Outcome> split(
      SqlConnection connection,
      List<LedgerEntry> arrived,
      List<CustomerKey> waiting,
      Before before) {
    Set<CustomerKey> elsewhere =
        before.keys().stream().filter(before.held()::isApproved).collect(Collectors.toSet());
    elsewhere.removeAll(before.held().keys());
    List<LedgerEntry> behind = arrived.stream().filter(entry -> isOf(entry, elsewhere)).toList();
    List<LedgerEntry> now =
        arrived.stream()
            .filter(entry -> !isOf(entry, elsewhere))
            .filter(entry -> !before.kept().contains(entry.stamp().id()))
            .toList();
    return apply(connection, now, before)
        .replaceWith(
            new Outcome(
                behind,
                !before.backlog().isEmpty(),
                waiting.stream().anyMatch(elsewhere::contains)));
  }

  /** All that is written goes out at once. */
  private Uni<Void> apply(SqlConnection connection, List<LedgerEntry> arrived, Before before) {
    Map<CustomerKey, Scene> set = scenes.set(before.held());
    Set<CustomerKey> ready = new HashSet<>(set.keySet());
    ready.removeAll(before.backlog());
    List<LedgerEntry> parked =
        before.parked().stream().filter(entry -> isOf(entry, set.keySet())).toList();
    parked.forEach(entry -> apply(set, entry));
    arrived.stream().filter(entry -> isOf(entry, ready)).forEach(entry -> apply(set, entry));
    set.values().forEach(Scene::conclude);
    return Uni.join()
        .all(
            ledger.insert(connection, lines(arrived, ready)),
            ledger.markApplied(connection, parked),
            writer.write(connection, List.copyOf(set.values())))
        .andFailFast()
        .replaceWithVoid();
  }

  private static void apply(Map<CustomerKey, Scene> set, LedgerEntry entry) {
    Scene scene =
        Objects.requireNonNull(set.get(entry.customer()), "the customer's row was not locked");
    EventMachine.apply(scene, Objects.requireNonNull(entry.event()), entry.stamp());
  }

  private static List<CustomerKey> customers(List<LedgerEntry> arrived, List<CustomerKey> waiting) {
    Stream<CustomerKey> writers =
        arrived.stream().filter(LedgerEntry::isApplicable).map(LedgerEntry::customer);
    return Stream.concat(writers, waiting.stream()).distinct().sorted(CustomerKey.ORDER).toList();
  }

  private static List<UUID> linkIds(List<LedgerEntry> arrived, List<CustomerKey> customers) {
    return Stream.concat(
            arrived.stream().map(LedgerEntry::linkId), customers.stream().map(CustomerKey::linkId))
        .distinct()
        .toList();
  }

  private static boolean isOf(LedgerEntry entry, Set<CustomerKey> customers) {
    return entry.isApplicable() && customers.contains(entry.customer());
  }

  private static List<LedgerLine> lines(List<LedgerEntry> entries, Set<CustomerKey> ready) {
    return entries.stream().map(entry -> LedgerLine.arrived(entry, isOf(entry, ready))).toList();
  }
}
