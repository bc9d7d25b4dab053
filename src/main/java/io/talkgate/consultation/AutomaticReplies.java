package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.AutomaticReply.NotSent;
import io.talkgate.consultation.AutomaticReply.Queued;
import io.talkgate.consultation.AutomaticReply.Why;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * The door for everything that is said automatically (author AUTO). It answers nobody for the
 * agents: the consultation keeps its state, and nobody is assigned.
 *
 * <p>Each customer gets a limited number within any hour (design §5). The customer may be a robot,
 * too, or sit behind one: two that answer each other would never end.
 */
@Singleton
public class AutomaticReplies {
  private static final Duration HOUR = Duration.ofHours(1);

  private static final String SENT_SINCE =
      """
      select count(*) from messages
      where brand_id = $1 and customer_id = $2 and created_at > $3
        and delivery_status is not null and delivery_status <> 'CANCELLED' and author_type = 'AUTO'
      """;

  private final Transactions transactions;
  private final ConsultationLock lock;
  private final Stamps stamps;
  private final Instance<OutboxSignals> signals;
  private final int perHour;

  AutomaticReplies(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      ConsultationLock lock,
      Stamps stamps,
      Instance<OutboxSignals> signals,
      AutomaticReplyConfig config) {
    this.transactions = transactions;
    this.lock = lock;
    this.stamps = stamps;
    this.signals = signals;
    this.perHour = config.automaticRepliesPerHour();
  }

  /** Queues an automatic message in a consultation, which may be closed. */
  public Uni<AutomaticReply> add(UUID brandId, UUID consultationId, Reply reply) {
    return transactions
        .run(connection -> add(connection, brandId, consultationId, reply))
        .invoke(this::tell);
  }

  /**
   * Queues an automatic message unless its occasion was taken before or is none any more. The
   * occasion is taken even if the message cannot be sent: it would come too late.
   */
  public Uni<AutomaticReply> addOnce(
      UUID brandId, UUID consultationId, OnceOnly occasion, Reply reply) {
    return transactions
        .run(
            connection ->
                held(
                    connection,
                    brandId,
                    consultationId,
                    held ->
                        occasion
                            .take(connection, held.consultation(), stamps.next().at())
                            .chain(
                                first ->
                                    first
                                        ? add(connection, held, reply)
                                        : notSent(Why.OCCASION_OVER))))
        .invoke(this::tell);
  }

  private Uni<AutomaticReply> add(
      SqlConnection connection, UUID brandId, UUID consultationId, Reply reply) {
    return held(connection, brandId, consultationId, held -> add(connection, held, reply));
  }

  private Uni<AutomaticReply> held(
      SqlConnection connection,
      UUID brandId,
      UUID consultationId,
      Function<ConsultationLock.Held, Uni<AutomaticReply>> work) {
    return lock.take(connection, brandId, consultationId)
        .chain(taken -> taken.fold(work, refusal -> notSent(Why.NOT_FOUND)));
  }

  /** Under the customer's lock, so that no two of them count the same messages. */
  private Uni<AutomaticReply> add(
      SqlConnection connection, ConsultationLock.Held held, Reply reply) {
    if (held.customer().blocked()) {
      return notSent(Why.CUSTOMER_BLOCKED);
    }
    if (held.consultation().thread() == ThreadHolder.PARTNER_CENTER) {
      return notSent(Why.THREAD_HELD);
    }
    Stamp stamp = stamps.next();
    return sentSince(connection, held.customer(), stamp.at().minus(HOUR))
        .chain(
            sent ->
                sent < perHour ? queue(connection, held, stamp, reply) : notSent(Why.CAP_REACHED));
  }

  private static Uni<Long> sentSince(SqlConnection connection, CustomerRow customer, Instant time) {
    return connection
        .preparedQuery(SENT_SINCE)
        .execute(Tuple.of(customer.brandId(), customer.id(), Columns.time(time)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static Uni<AutomaticReply> queue(
      SqlConnection connection, ConsultationLock.Held held, Stamp stamp, Reply reply) {
    return OutboxWriter.queue(connection, held, stamp, Author.AUTO, reply)
        .replaceWith(new Queued(stamp.id()));
  }

  private void tell(AutomaticReply reply) {
    if (reply instanceof Queued) {
      signals.forEach(OutboxSignals::queued);
    }
  }

  private static Uni<AutomaticReply> notSent(Why why) {
    return Uni.createFrom().item(new NotSent(why));
  }
}
