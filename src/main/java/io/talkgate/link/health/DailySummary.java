package io.talkgate.link.health;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.talkgate.subscription.Announcement;
import io.talkgate.subscription.Announcements;
import io.talkgate.subscription.EventType;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells each brand's subscribers of {@code link.daily-summary}, every morning at nine in Korea,
 * which of its links need a hand. All replicas tell it, under one id, so that it is told once.
 */
@Singleton
class DailySummary {
  private static final int MORNING = 9;

  private static final String IN_NEED =
      """
      select h.brand_id, h.link_id, l.name, l.account_id, h.state, h.reason, h.since
      from link_health h
      join links l on l.brand_id = h.brand_id and l.id = h.link_id
      where l.status = 'APPROVED' and h.state <> 'HEALTHY'
      order by h.brand_id, l.created_at, l.id
      """;

  private final Transactions transactions;
  private final Announcements announcements;
  private final Clock clock;

  DailySummary(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      Announcements announcements,
      Clock clock) {
    this.transactions = transactions;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Tells it, unless it was told today. */
  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tell() {
    Instant now = clock.instant();
    KoreanHour hour = KoreanHour.of(now);
    return hour.hour() < MORNING
        ? Uni.createFrom().voidItem()
        : transactions.run(connection -> tell(connection, hour.day(), now));
  }

  private Uni<Void> tell(SqlConnection connection, LocalDate day, Instant now) {
    return connection
        .query(IN_NEED)
        .execute()
        .map(rows -> Columns.list(rows, row -> row))
        .chain(rows -> announcements.publish(connection, summaries(rows, day, now)));
  }

  private static List<Announcement> summaries(List<Row> rows, LocalDate day, Instant now) {
    Map<UUID, List<Row>> brands =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getUUID("brand_id"), LinkedHashMap::new, Collectors.toList()));
    return brands.entrySet().stream()
        .map(
            brand ->
                new Announcement(
                    brand.getKey(),
                    Announcement.idOf("link.daily-summary/" + brand.getKey() + "/" + day),
                    EventType.LINK_DAILY_SUMMARY,
                    now,
                    Map.of(
                        "brandId",
                        brand.getKey().toString(),
                        "day",
                        day.toString(),
                        "links",
                        brand.getValue().stream().map(DailySummary::link).toList())))
        .toList();
  }

  private static Map<String, Object> link(Row row) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("linkId", row.getUUID("link_id").toString());
    link.put("name", row.getString("name"));
    link.put("accountId", row.getString("account_id"));
    link.put("state", row.getString("state"));
    link.put("reason", row.getString("reason"));
    link.put("since", row.getOffsetDateTime("since").toInstant().toString());
    return link;
  }
}
