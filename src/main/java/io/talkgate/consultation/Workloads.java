package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is to do in the caller's brand, and what comes in. */
@Singleton
public class Workloads {
  private static final Duration CLOSED_WITHIN = Duration.ofHours(24);
  private static final int MINUTES = 30;

  /** By state and agent: the index of the states finds the open ones, however many are closed. */
  private static final String COUNTS =
      """
      select status, assignee_id, count(*)::int as n, min(status_at) as since from consultations
      where brand_id = $1 and status = any('{OPENED,WAITING,IN_PROGRESS,ON_HOLD}')
      group by status, assignee_id
      union all
      select 'CLOSED', null, count(*)::int, null from consultations
      where brand_id = $1 and status = 'CLOSED' and activity_slot > $2::timestamptz - interval '5 minutes' and closed_at >= $2
      """;

  private static final String BY_MINUTE =
      """
      select m.at, count(e.id)::int as n
      from generate_series(date_trunc('minute', $2::timestamptz) - make_interval(mins => $3 - 1),
        date_trunc('minute', $2::timestamptz), interval '1 minute') as m (at)
      left join events e on e.brand_id = $1 and e.received_at >= m.at and e.received_at < m.at + interval '1 minute'
      group by m.at order by m.at
      """;

  private final BrandTransactions brands;
  private final Clock clock;

  Workloads(BrandTransactions brands, Clock clock) {
    this.brands = brands;
    this.clock = clock;
  }

  /** What there is to do now. */
  public Uni<Workload> now(Caller caller) {
    Tuple values = Tuple.of(caller.brand(), Columns.time(clock.instant().minus(CLOSED_WITHIN)));
    return brands.of(caller).query(COUNTS, values).map(Workloads::workload);
  }

  /** The events of each of the last 30 minutes, oldest first; the last minute is not over. */
  public Uni<List<EventsInMinute>> events(Caller caller) {
    return brands
        .of(caller)
        .query(BY_MINUTE, Tuple.of(caller.brand(), Columns.time(clock.instant()), MINUTES))
        .map(
            rows ->
                Columns.list(
                    rows, row -> new EventsInMinute(Rows.time(row, "at"), row.getInteger("n"))));
  }

  private static Workload workload(RowSet<Row> rows) {
    Map<ConsultationStatus, Integer> counts = new EnumMap<>(ConsultationStatus.class);
    List.of(ConsultationStatus.values()).forEach(status -> counts.put(status, 0));
    Map<UUID, Integer> inProgress = new HashMap<>();
    @Nullable Instant since = null;
    for (Row row : rows) {
      ConsultationStatus status = ConsultationStatus.valueOf(row.getString("status"));
      UUID assignee = row.getUUID("assignee_id");
      counts.merge(status, row.getInteger("n"), Integer::sum);
      if (status == ConsultationStatus.IN_PROGRESS && assignee != null) {
        inProgress.put(assignee, row.getInteger("n"));
      }
      if (status == ConsultationStatus.WAITING) {
        Instant began = Rows.time(row, "since");
        since = since == null || began.isBefore(since) ? began : since;
      }
    }
    return new Workload(counts, since, inProgress);
  }
}
