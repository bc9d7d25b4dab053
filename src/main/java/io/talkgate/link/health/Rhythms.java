package io.talkgate.link.health;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been learned of each link's rhythm, anew once a day. */
@Singleton
class Rhythms {
  private static final String DAYS =
      "select brand_id, link_id, day, events from link_days where day >= $1 and day < $2";

  private final Transactions transactions;
  private volatile Map<LinkKey, Rhythm> learned = Map.of();
  private volatile @Nullable LocalDate learnedOn;

  Rhythms(@ActingAs(DatabaseRole.TIMERS) Transactions transactions) {
    this.transactions = transactions;
  }

  /** Learns if a day has begun since it was done last. */
  Uni<Void> refresh(Instant now) {
    LocalDate today = KoreanHour.of(now).day();
    return today.equals(learnedOn) ? Uni.createFrom().voidItem() : learn(today);
  }

  /** The link's rhythm; empty as long as too little is known of it, or too little happens. */
  Optional<Rhythm> of(LinkKey link) {
    return Optional.ofNullable(learned.get(link));
  }

  /** A thousand links are a fifth of a second's arithmetic: not for an event loop. */
  Uni<Void> learn(LocalDate today) {
    return transactions
        .query(DAYS, Tuple.of(today.minusWeeks(Rhythm.WEEKS).minusDays(1), today))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(
            rows -> {
              learned = learn(rows, today);
              learnedOn = today;
            })
        .replaceWithVoid();
  }

  private static Map<LinkKey, Rhythm> learn(RowSet<Row> rows, LocalDate today) {
    Map<LinkKey, Map<LocalDate, int[]>> days = new HashMap<>();
    for (Row row : rows) {
      LinkKey link = new LinkKey(row.getUUID("brand_id"), row.getUUID("link_id"));
      days.computeIfAbsent(link, key -> new HashMap<>()).put(row.getLocalDate("day"), hours(row));
    }
    Map<LinkKey, Rhythm> rhythms = new HashMap<>();
    days.forEach(
        (link, history) ->
            Rhythm.learn(history, today).ifPresent(rhythm -> rhythms.put(link, rhythm)));
    return rhythms;
  }

  private static int[] hours(Row row) {
    Integer[] events = Objects.requireNonNull(row.getArrayOfIntegers("events"));
    return Stream.of(events).mapToInt(Integer::intValue).toArray();
  }
}
