package io.talkgate.link.health;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.CommitBell;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.talkgate.subscription.Announcement;
import io.talkgate.subscription.Announcements;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * The states that links were found in. Any replica may find a change; the row lets one of them
 * write it, and that one tells it. A link that hears again begins anew: what was sent to it while
 * it was deaf is no sign of anything any more.
 */
@Singleton
class StoredHealth {
  private static final String STORE =
      """
      insert into link_health as h (brand_id, link_id, state, reason, confidence, since)
      select n.*, $6 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
        as n (brand_id, link_id, state, reason, confidence)
      order by n.brand_id, n.link_id
      on conflict (brand_id, link_id) do update
      set state = excluded.state, reason = excluded.reason, confidence = excluded.confidence,
        since = case when h.state = excluded.state then h.since else excluded.since end,
        recent_sends = case when h.state = 'WEBHOOK_SILENT' and excluded.state <> h.state then '{}' else h.recent_sends end
      where (h.state, h.reason, h.confidence) is distinct from (excluded.state, excluded.reason, excluded.confidence)
      returning h.brand_id, h.link_id, h.state, h.reason, h.confidence, h.since
      """;

  private final Transactions transactions;
  private final Announcements announcements;
  private final CommitBell bell;

  StoredHealth(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      Announcements announcements,
      CommitBell bell) {
    this.transactions = transactions;
    this.announcements = announcements;
    this.bell = bell;
  }

  /** A link that was found to be as this says. */
  record Found(LinkKey link, Assessment assessment) {}

  /**
   * A row that was written.
   *
   * @param turned whether the state is another one, not only its reason
   */
  record Change(LinkKey link, Assessment assessment, Instant since, boolean turned) {}

  /** Writes what differs and announces who has come into another state; answers with what did. */
  Uni<List<Change>> store(List<Found> found, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.MICROS);
    if (found.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return transactions
        .run(
            connection ->
                store(connection, found, now)
                    .call(changes -> announcements.publish(connection, announced(changes))))
        .invoke(bell::ring);
  }

  private static Uni<List<Change>> store(SqlConnection connection, List<Found> found, Instant now) {
    return connection
        .preparedQuery(STORE)
        .execute(
            Tuple.of(
                Columns.uuids(found, one -> one.link().brandId()),
                Columns.uuids(found, one -> one.link().linkId()),
                Columns.texts(found, one -> one.assessment().state()),
                Columns.texts(found, one -> one.assessment().reason()),
                Columns.texts(found, one -> one.assessment().confidence()),
                Columns.time(now)))
        .map(rows -> Columns.list(rows, row -> change(row, now)));
  }

  private static List<Announcement> announced(List<Change> changes) {
    return changes.stream().filter(Change::turned).map(HealthChanges::announcement).toList();
  }

  private static Change change(Row row, Instant now) {
    Instant since = Objects.requireNonNull(Columns.instant(row.getOffsetDateTime("since")));
    return new Change(
        new LinkKey(row.getUUID("brand_id"), row.getUUID("link_id")),
        new Assessment(
            HealthReason.valueOf(row.getString("reason")),
            Confidence.valueOf(row.getString("confidence"))),
        since,
        since.equals(now));
  }
}
