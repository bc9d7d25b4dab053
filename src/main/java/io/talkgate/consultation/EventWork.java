package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.talktalk.EchoEvent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
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
    List<CustomerKey> keys = customers(arrived, waiting);
    return read(connection, arrived, keys, parkedAtOnce)
        .chain(before -> split(connection, arrived, waiting, before));
  }

  /**
   * What was there.
   *
   * @param parked events kept before, of customers who may be held elsewhere
   * @param kept identifiers of arrived events that were kept before
   * @param backlog customers who have more parked events than were read
   */
  private record Before(
      SceneStore.Held held,
      List<CustomerKey> keys,
      List<LedgerEntry> parked,
      Set<UUID> kept,
      Set<CustomerKey> backlog) {}

  /**
   * What almost every batch needs goes out at once: a round trip costs as much as the reading. What
   * only few need follows.
   */
  private Uni<Before> read(
      SqlConnection connection,
      List<LedgerEntry> arrived,
      List<CustomerKey> keys,
      int parkedAtOnce) {
    return Uni.combine()
        .all()
        .unis(
            scenes.hold(connection, linkIds(arrived, keys), keys, echoing(arrived)),
            ledger.kept(connection, arrived.stream().filter(LedgerEntry::maybeKept).toList()))
        .asTuple()
        .chain(
            read ->
                readOn(
                    connection,
                    new Before(read.getItem1(), keys, List.of(), read.getItem2(), Set.of()),
                    parkedAtOnce));
  }

  /** Rows of customers who are new, and what is parked of anybody. */
  private Uni<Before> readOn(SqlConnection connection, Before before, int parkedAtOnce) {
    List<CustomerKey> missing = before.held().missing(before.keys());
    List<CustomerKey> parking =
        before.keys().stream()
            .filter(key -> before.held().parking().contains(key) || missing.contains(key))
            .toList();
    if (parking.isEmpty()) {
      return Uni.createFrom().item(before);
    }
    return Uni.combine()
        .all()
        .unis(
            scenes.makeMissing(connection, before.held(), missing),
            ledger.parked(connection, parking, parkedAtOnce))
        .asTuple()
        .chain(
            read ->
                readBehind(
                    connection,
                    new Before(
                        read.getItem1(),
                        before.keys(),
                        read.getItem2(),
                        before.kept(),
                        before.backlog()),
                    parking));
  }

  /** What stands behind parked events. */
  private Uni<Before> readBehind(
      SqlConnection connection, Before before, List<CustomerKey> parking) {
    if (before.parked().isEmpty()) {
      return Uni.createFrom().item(before);
    }
    return Uni.combine()
        .all()
        .unis(
            scenes.awaiting(connection, echoing(before.parked())),
            ledger.backlog(connection, parking, before.parked()))
        .with(
            (awaiting, backlog) ->
                new Before(
                    before.held().with(awaiting),
                    before.keys(),
                    before.parked(),
                    before.kept(),
                    backlog));
  }

  private static List<CustomerKey> echoing(List<LedgerEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.event() instanceof EchoEvent)
        .map(LedgerEntry::customer)
        .distinct()
        .toList();
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
