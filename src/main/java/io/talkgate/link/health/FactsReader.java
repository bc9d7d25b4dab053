package io.talkgate.link.health;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.LinkStatus;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is known of links. */
@Singleton
class FactsReader {
  private static final Duration HOUR = Duration.ofHours(1);

  private static final String FACTS =
      """
      select l.brand_id, l.id, l.status, l.send_api_key_rejected_at is not null as key_refused,
        case when h.checked_key = sha256(l.send_api_key) then h.key_verdict end as key_verdict,
        case when h.checked_key = sha256(l.send_api_key) then h.key_checked_at end as key_checked_at,
        h.send_at, h.open_at, h.leave_at, h.friend_at, h.echo_at, h.other_at, h.recent_sends, h.result_code, h.called_at,
        coalesce(h.reason, 'NO_EVENT_YET') as reason, coalesce(h.confidence, 'HIGH') as confidence, h.since,
        a.causes, a.counts, coalesce(a.slowest_ms, 0) as slowest_ms, d.events as hours
      from links l
      left join link_health h on h.brand_id = l.brand_id and h.link_id = l.id
      left join lateral (
        select array_agg(c.cause) as causes, array_agg(c.answers) as counts, max(c.slowest_ms) as slowest_ms
        from (
          select s.cause, sum(s.answers)::integer as answers, max(s.slowest_ms) as slowest_ms
          from link_answers s
          where s.brand_id = l.brand_id and s.link_id = l.id and s.slot > $1
          group by s.cause) c) a on true
      left join link_days d on d.brand_id = l.brand_id and d.link_id = l.id
        and d.day = (greatest(h.send_at, h.open_at, h.leave_at, h.friend_at, h.echo_at, h.other_at)
          at time zone 'Asia/Seoul')::date
      """;

  private static final String OF_ONE = FACTS + "where l.brand_id = $2 and l.id = $3";

  private static final String OF_WATCHED =
      FACTS + "where l.status in ('PENDING', 'REJECTED', 'APPROVED')";

  private final Transactions transactions;

  FactsReader(@ActingAs(DatabaseRole.TIMERS) Transactions transactions) {
    this.transactions = transactions;
  }

  /** Of one link. */
  Uni<Optional<HealthFacts>> of(LinkKey link, Instant now) {
    return transactions
        .query(OF_ONE, Tuple.of(anHourBefore(now), link.brandId(), link.linkId()))
        .map(rows -> Columns.list(rows, FactsReader::read).stream().findFirst());
  }

  /** Of all links whose tokens are live. */
  Uni<List<HealthFacts>> ofWatched(Instant now) {
    return transactions
        .query(OF_WATCHED, Tuple.of(anHourBefore(now)))
        .map(rows -> Columns.list(rows, FactsReader::read));
  }

  private static @Nullable OffsetDateTime anHourBefore(Instant now) {
    return Columns.time(now.minus(HOUR));
  }

  private static HealthFacts read(Row row) {
    @Nullable String verdict = row.getString("key_verdict");
    return new HealthFacts(
        new LinkKey(row.getUUID("brand_id"), row.getUUID("id")),
        LinkStatus.valueOf(row.getString("status")),
        row.getBoolean("key_refused"),
        verdict == null ? null : KeyVerdict.valueOf(verdict),
        Columns.instant(row.getOffsetDateTime("key_checked_at")),
        seen(row),
        sends(row),
        row.getString("result_code"),
        Columns.instant(row.getOffsetDateTime("called_at")),
        answers(row),
        row.getInteger("slowest_ms"),
        hours(row),
        new Assessment(
            HealthReason.valueOf(row.getString("reason")),
            Confidence.valueOf(row.getString("confidence"))),
        Columns.instant(row.getOffsetDateTime("since")));
  }

  private static Map<EventKind, Instant> seen(Row row) {
    Map<EventKind, Instant> seen = new EnumMap<>(EventKind.class);
    for (EventKind kind : EventKind.values()) {
      @Nullable Instant at = Columns.instant(row.getOffsetDateTime(kind.column()));
      if (at != null) {
        seen.put(kind, at);
      }
    }
    return seen;
  }

  private static List<Instant> sends(Row row) {
    OffsetDateTime @Nullable [] sends = row.getArrayOfOffsetDateTimes("recent_sends");
    return sends == null ? List.of() : Stream.of(sends).map(OffsetDateTime::toInstant).toList();
  }

  private static int[] hours(Row row) {
    Integer @Nullable [] hours = row.getArrayOfIntegers("hours");
    return hours == null ? new int[0] : Stream.of(hours).mapToInt(Integer::intValue).toArray();
  }

  private static Map<AnswerCause, Integer> answers(Row row) {
    Map<AnswerCause, Integer> answers = new EnumMap<>(AnswerCause.class);
    String @Nullable [] causes = row.getArrayOfStrings("causes");
    if (causes != null) {
      Integer[] counts = Objects.requireNonNull(row.getArrayOfIntegers("counts"));
      for (int i = 0; i < causes.length; i++) {
        answers.put(AnswerCause.valueOf(causes[i]), counts[i]);
      }
    }
    return answers;
  }
}
