package io.talkgate.subscription;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.talkgate.platform.sealing.Sealing;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calls in the database: claimed, made, settled. A replica that dies leaves them to others. */
@Singleton
class OutgoingCalls {
  /** Longer than a call may take. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final Duration KEPT = Duration.ofDays(7);

  /** Of one subscriber at once, so that a slow one leaves room for the others. */
  private static final int OF_ONE = 16;

  /** Whoever is to be called next is a matter of chance, so that nobody is always the last. */
  private static final String CLAIM =
      """
      with due as (
        select o.brand_id, o.subscription_id, o.event_id
        from (select brand_id, id from subscriptions order by random()) s
        cross join lateral (
          select brand_id, subscription_id, event_id from outgoing_webhooks q
          where q.brand_id = s.brand_id and q.subscription_id = s.id and q.due_at <= $1
            and (q.order_key is null or not exists (
              select from outgoing_webhooks earlier
              where earlier.brand_id = q.brand_id and earlier.subscription_id = q.subscription_id
                and earlier.order_key = q.order_key and earlier.position < q.position and earlier.due_at is not null))
          order by q.due_at, q.position
          limit $4
          for update skip locked) o
        limit $2)
      update outgoing_webhooks o
      set attempts = o.attempts + 1, due_at = $3
      from due d
      join subscriptions s on s.brand_id = d.brand_id and s.id = d.subscription_id
      where o.brand_id = d.brand_id and o.subscription_id = d.subscription_id and o.event_id = d.event_id
      returning o.brand_id, o.subscription_id, o.event_id, s.url, s.secret, o.attempts, o.body
      """;

  private static final String SETTLE =
      """
      update outgoing_webhooks
      set status = $5, answer = $6, due_at = $7
      where brand_id = $1 and subscription_id = $2 and event_id = $3 and attempts = $4 and status = 'QUEUED'
      """;

  private static final String FORGET =
      "delete from outgoing_webhooks where created_at < $1 and due_at is null";

  private final Transactions transactions;
  private final Sealing sealing;
  private final Clock clock;

  OutgoingCalls(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions, Sealing sealing, Clock clock) {
    this.transactions = transactions;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * Those that are due, at most so many; they are the caller's for a minute. Of what has an order
   * only the first that is not settled.
   */
  Uni<List<OutgoingCall>> claim(int most) {
    Instant now = clock.instant();
    return transactions
        .query(CLAIM, Tuple.of(Columns.time(now), most, Columns.time(now.plus(LEASE)), OF_ONE))
        .map(rows -> Columns.list(rows, this::read));
  }

  Uni<Void> delivered(OutgoingCall call, String answer) {
    return settle(call, "DELIVERED", answer, null);
  }

  /** Tried again later, or given up after three days. */
  Uni<Void> failed(OutgoingCall call, String answer) {
    return RetrySchedule.after(call.attempts())
        .map(pause -> settle(call, "QUEUED", answer, clock.instant().plus(pause)))
        .orElseGet(() -> settle(call, "FAILED", answer, null));
  }

  /** What was settled a week ago. */
  Uni<Void> forgetOld() {
    return transactions
        .query(FORGET, Tuple.of(Columns.time(clock.instant().minus(KEPT))))
        .replaceWithVoid();
  }

  private Uni<Void> settle(
      OutgoingCall call, String status, String answer, @Nullable Instant dueAt) {
    return transactions
        .query(
            SETTLE,
            Tuple.tuple()
                .addValue(call.brandId())
                .addValue(call.subscriptionId())
                .addValue(call.eventId())
                .addValue(call.attempts())
                .addValue(status)
                .addValue(answer)
                .addValue(Columns.time(dueAt)))
        .replaceWithVoid();
  }

  private OutgoingCall read(Row row) {
    UUID brandId = row.getUUID("brand_id");
    UUID subscriptionId = row.getUUID("subscription_id");
    return new OutgoingCall(
        brandId,
        subscriptionId,
        row.getUUID("event_id"),
        row.getString("url"),
        StoredSubscriptions.open(
            sealing, brandId, subscriptionId, row.getBuffer("secret").getBytes()),
        row.getInteger("attempts"),
        row.getString("body"));
  }
}
