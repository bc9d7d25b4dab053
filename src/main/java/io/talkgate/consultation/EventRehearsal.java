package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes made-up events the way of a batch and rolls them back. What is done for the first time is
 * slow: a connection is made, statements are prepared on it, classes are loaded. On a busy machine
 * that takes longer than a batch may.
 */
@Singleton
public class EventRehearsal {
  /** Any will do: nothing of it is changed, and the customers are nobody's. */
  private static final String LINK =
      "select brand_id, id from links where status = 'APPROVED' limit 1";

  private static final int CUSTOMERS = 10;

  /** What most customers do, so that the state machine and every statement have work. */
  private static final List<String> BODIES =
      List.of(
          "{\"event\":\"open\",\"user\":\"%s\",\"options\":{\"inflow\":\"button\"}}",
          "{\"event\":\"send\",\"user\":\"%s\",\"textContent\":{\"text\":\"?\",\"inputType\":\"typing\"}}",
          "{\"event\":\"leave\",\"user\":\"%s\"}");

  private final Transactions transactions;
  private final EventWork work;
  private final Stamps stamps;

  EventRehearsal(
      @ActingAs(DatabaseRole.INTAKE) Transactions transactions, EventWork work, Stamps stamps) {
    this.transactions = transactions;
    this.work = work;
    this.stamps = stamps;
  }

  /**
   * Goes through it once, on one connection. Where no link is approved yet there is nothing to be
   * rehearsed but the connection.
   *
   * @return completes when it is rolled back; fails if the database does. Not to be cancelled: the
   *     transaction would be left to its time-outs
   */
  public Uni<Void> run() {
    return transactions
        .run(connection -> on(connection).chain(EventRehearsal::rollBack))
        .onFailure(Over.class)
        .recoverWithNull();
  }

  private Uni<Void> on(SqlConnection connection) {
    return connection
        .preparedQuery(LINK)
        .execute()
        .chain(
            found -> {
              RowIterator<Row> links = found.iterator();
              return links.hasNext()
                  ? on(connection, entries(links.next()))
                  : Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> on(SqlConnection connection, List<LedgerEntry> entries) {
    return work.run(connection, entries, List.of(), EventLedger.PARKED_AT_ONCE).replaceWithVoid();
  }

  private List<LedgerEntry> entries(Row link) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      String nobody = "rehearsal-" + UUID.randomUUID();
      BODIES.forEach(body -> entries.add(entry(link, body.formatted(nobody))));
    }
    return entries;
  }

  private LedgerEntry entry(Row link, String body) {
    return LedgerEntry.of(
        ReceivedEvent.of(
            stamps.next(),
            link.getUUID("brand_id"),
            link.getUUID("id"),
            body.getBytes(StandardCharsets.UTF_8)),
        false);
  }

  private static Uni<Void> rollBack() {
    return Uni.createFrom().failure(new Over());
  }

  /** Ends the transaction; no failure. */
  private static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Over() {
      super(null, null, false, false);
    }
  }
}
