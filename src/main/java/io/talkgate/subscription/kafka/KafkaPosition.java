package io.talkgate.subscription.kafka;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.talkgate.subscription.FollowedChanges;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Up to where Kafka has been told. No transaction waits for Kafka: a replica takes a lease, sends,
 * and moves the position only while the lease is still its own.
 */
@Singleton
class KafkaPosition {
  private static final String NAME = "kafka";

  /** Longer than sending may take. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** Kafka is told from the first time on that it was configured. */
  private static final String TAKE =
      """
      insert into change_followers as f (name, base, upto, leased_until, epoch)
      values ($1, pg_current_snapshot(), pg_current_snapshot(), clock_timestamp() + make_interval(secs => $2), 1)
      on conflict (name) do update set epoch = f.epoch + 1, leased_until = excluded.leased_until, upto = coalesce(f.upto, excluded.upto)
      where f.leased_until is null or f.leased_until < clock_timestamp()
      returning epoch
      """;

  private static final String READ =
      FollowedChanges.EVENTS
          + """
          select e.change, coalesce(e.customer_id, e.order_key)::text as key,
            (jsonb_build_object('id', e.event_id) || e.body)::text as value, (select count(*) from part) as changes
          from events e order by e.change, e.n
          """;

  private static final String GIVE_BACK =
      "update change_followers set leased_until = null where name = $1 and epoch = $2";

  private static final String OWN =
      "select from change_followers where name = $1 and epoch = $2 for update";

  private static final String FORGET = "delete from change_followers where name = $1";

  private final Transactions transactions;

  KafkaPosition(@ActingAs(DatabaseRole.TIMERS) Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What is to be told next.
   *
   * @param last whether there is no more for now
   */
  record Part(List<KafkaEvent> events, boolean last) {}

  /** A lease; empty if another replica is at it. */
  Uni<Optional<Long>> take() {
    return transactions
        .query(TAKE, Tuple.of(NAME, (double) LEASE.toSeconds()))
        .map(rows -> Columns.list(rows, row -> row.getLong("epoch")).stream().findFirst());
  }

  /** The next changes, at most so many. */
  Uni<Part> read(int most) {
    return transactions
        .query(READ, Tuple.of(NAME, most))
        .map(
            rows -> {
              boolean last = rows.size() == 0 || rows.iterator().next().getLong("changes") < most;
              return new Part(Columns.list(rows, KafkaPosition::event), last);
            });
  }

  /** All of the part was told; nothing happens if the lease was lost meanwhile. */
  Uni<Void> reached(long epoch, Part part) {
    @Nullable Long last = part.last() ? null : part.events().get(part.events().size() - 1).change();
    return transactions.run(
        connection ->
            connection
                .preparedQuery(OWN)
                .execute(Tuple.of(NAME, epoch))
                .chain(
                    rows ->
                        rows.size() == 0
                            ? Uni.createFrom().voidItem()
                            : connection
                                .preparedQuery(FollowedChanges.REACHED)
                                .execute(Tuple.of(NAME, last))
                                .replaceWithVoid()));
  }

  /** Ends the lease. */
  Uni<Void> giveBack(long epoch) {
    return transactions.query(GIVE_BACK, Tuple.of(NAME, epoch)).replaceWithVoid();
  }

  /** Kafka is no longer to be told, and nothing is to be kept for it. */
  Uni<Void> forget() {
    return transactions.query(FORGET, Tuple.of(NAME)).replaceWithVoid();
  }

  private static KafkaEvent event(Row row) {
    return new KafkaEvent(row.getLong("change"), row.getString("key"), row.getString("value"));
  }
}
