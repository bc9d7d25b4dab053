package io.talkgate.subscription;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns what changed at the desk into calls of those who subscribed to it. The triggers that write
 * the table of changes know nothing of subscribers, so intake pays nothing for them; a follower
 * reads on from where it was. Where it is stands in the database and moves in the transaction that
 * queues the calls: no change is left out, none queued twice, whichever replica reads.
 */
@Singleton
class ChangeFollower {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String NAME = "subscriptions";

  /** Rows of changes, each of one statement, that one transaction queues. */
  private static final int AT_ONCE = 500;

  /** Another replica that is at it is left alone. */
  private static final String BEGIN =
      """
      with free as (select name from change_followers where name = $2 for update skip locked)
      update change_followers f set upto = coalesce(f.upto, pg_current_snapshot())
      from free where f.name = free.name
      returning exists (select from subscriptions where types && $1::text[]) as wanted
      """;

  /** The last change that was read, null if there was none, and how many were. */
  private static final String QUEUE =
      FollowedChanges.EVENTS
          + """
          , queued as (
            insert into outgoing_webhooks (brand_id, subscription_id, event_id, type, body, order_key, created_at, due_at)
            select s.brand_id, s.id, e.event_id, e.kind, e.body::text, e.order_key, $3, $3
            from events e
            join subscriptions s on s.brand_id = e.brand_id and e.kind = any(s.types)
            order by e.change, e.n
            on conflict do nothing)
          select max(id) as last, count(*) as rows from part
          """;

  private final Transactions transactions;
  private final Clock clock;

  ChangeFollower(@ActingAs(DatabaseRole.TIMERS) Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Queues calls for all that was committed until now. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> follow() {
    return transactions
        .run(this::part)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .chain(more -> more ? follow() : Uni.createFrom().voidItem());
  }

  /** Whether there is more to be read at once. */
  private Uni<Boolean> part(SqlConnection connection) {
    return connection
        .preparedQuery(BEGIN)
        .execute(Tuple.of(EventType.ofChanges().toArray(String[]::new), NAME))
        .chain(
            rows -> {
              if (!rows.iterator().hasNext()) {
                return Uni.createFrom().item(false);
              }
              return rows.iterator().next().getBoolean("wanted")
                  ? queue(connection)
                  : reached(connection, null);
            });
  }

  private Uni<Boolean> queue(SqlConnection connection) {
    return connection
        .preparedQuery(QUEUE)
        .execute(Tuple.of(NAME, AT_ONCE, Columns.time(clock.instant())))
        .chain(
            rows -> {
              Row row = rows.iterator().next();
              boolean more = row.getLong("rows") == AT_ONCE;
              return reached(connection, more ? row.getLong("last") : null);
            });
  }

  /**
   * @param last the row up to which it was read, or null if there was no more
   */
  private Uni<Boolean> reached(SqlConnection connection, @Nullable Long last) {
    return connection
        .preparedQuery(FollowedChanges.REACHED)
        .execute(Tuple.of(NAME, last))
        .replaceWith(last != null);
  }
}
