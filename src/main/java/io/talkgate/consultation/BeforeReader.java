package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.talktalk.EchoEvent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes what a transaction's events meet. What almost every batch needs goes out at once, since a
 * round trip costs as much as the reading; what only few need follows.
 */
@Singleton
class BeforeReader {
  private final SceneStore scenes;
  private final EventLedger ledger;

  BeforeReader(SceneStore scenes, EventLedger ledger) {
    this.scenes = scenes;
    this.ledger = ledger;
  }

  /**
   * Takes the links and the customers' rows, and reads what stands behind them.
   *
   * @param parkedAtOnce how many parked events to read at most
   */
  Uni<Before> read(
      SqlConnection connection,
      List<LedgerEntry> arrived,
      List<UUID> linkIds,
      List<CustomerKey> keys,
      int parkedAtOnce) {
    return Uni.combine()
        .all()
        .unis(
            scenes.hold(connection, linkIds, keys, echoing(arrived)),
            ledger.kept(connection, arrived.stream().filter(LedgerEntry::maybeKept).toList()))
        .with((held, kept) -> new Before(held, keys, kept))
        .chain(before -> missingAndParked(connection, before, parkedAtOnce));
  }

  /** Makes rows of customers who are new. Their events may be parked, since nobody could tell. */
  private Uni<Before> missingAndParked(SqlConnection connection, Before before, int parkedAtOnce) {
    List<CustomerKey> missing = before.held().missing(before.keys());
    Set<CustomerKey> parking = before.held().parking();
    List<CustomerKey> asked =
        before.keys().stream()
            .filter(key -> parking.contains(key) || missing.contains(key))
            .toList();
    if (asked.isEmpty()) {
      return Uni.createFrom().item(before);
    }
    return Uni.combine()
        .all()
        .unis(
            scenes.makeMissing(connection, before.held(), missing),
            ledger.parked(connection, asked, parkedAtOnce))
        .with(before::with)
        .chain(with -> behindParked(connection, with, asked));
  }

  private Uni<Before> behindParked(
      SqlConnection connection, Before before, List<CustomerKey> asked) {
    if (before.parked().isEmpty()) {
      return Uni.createFrom().item(before);
    }
    return Uni.combine()
        .all()
        .unis(
            AwaitingEchoes.of(connection, echoing(before.parked())),
            ledger.backlog(connection, asked, before.parked()))
        .with(before::with);
  }

  private static List<CustomerKey> echoing(List<LedgerEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.event() instanceof EchoEvent)
        .map(LedgerEntry::customer)
        .distinct()
        .toList();
  }
}
