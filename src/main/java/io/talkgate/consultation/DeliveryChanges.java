package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.consultation.Lanes.LaneMessage;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * What agents do about the delivery of a message: NOT_FOUND if the consultation has no such message
 * of ours, MESSAGE_STATE if its delivery does not allow it.
 */
@Singleton
public class DeliveryChanges {
  private static final String QUEUE_AGAIN =
      """
      update messages set delivery_status = 'QUEUED', delivery_code = null, delivery_reason = null, delivery_words = null,
        delivery_at = delivery_now()
      where brand_id = $1 and id = $2
      """;
  private static final String CANCEL =
      """
      update messages set delivery_status = 'CANCELLED', delivery_code = null, delivery_reason = null, delivery_words = null,
        delivery_at = delivery_now()
      where brand_id = $1 and id = $2
      """;

  private final BrandTransactions brands;
  private final ConsultationLock lock;
  private final AgentChange change;
  private final MessageReads messages;
  private final Instance<OutboxSignals> signals;

  DeliveryChanges(
      BrandTransactions brands,
      ConsultationLock lock,
      AgentChange change,
      MessageReads messages,
      Instance<OutboxSignals> signals) {
    this.brands = brands;
    this.lock = lock;
    this.change = change;
    this.messages = messages;
    this.signals = signals;
  }

  /**
   * Queues a FAILED or UNKNOWN message once more, at its old place. It is an answer like any other:
   * CONSULTATION_STATE on a closed consultation, THREAD_HELD while Partner Center holds the thread.
   */
  public Uni<Result<Message>> retry(Caller caller, UUID consultationId, UUID messageId) {
    return change(caller, consultationId, messageId, this::retry)
        .invoke(done -> signals.forEach(OutboxSignals::queued));
  }

  /** Withdraws a QUEUED message, in any state of the consultation. */
  public Uni<Result<Message>> cancel(Caller caller, UUID consultationId, UUID messageId) {
    return change(caller, consultationId, messageId, this::cancel)
        .invoke(done -> signals.forEach(OutboxSignals::queued));
  }

  private interface Work {
    Uni<Result<Message>> on(
        SqlConnection connection, Caller caller, ConsultationLock.Held held, Message message);
  }

  private Uni<Result<Message>> change(
      Caller caller, UUID consultationId, UUID messageId, Work work) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                lock.take(connection, caller.brand(), consultationId)
                    .chain(
                        taken ->
                            taken.fold(
                                held -> locked(connection, caller, held, messageId, work),
                                refusal -> Uni.createFrom().item(Result.refused(refusal)))));
  }

  /** Under the lane's lock no replica claims the message or settles it. */
  private Uni<Result<Message>> locked(
      SqlConnection connection,
      Caller caller,
      ConsultationLock.Held held,
      UUID messageId,
      Work work) {
    UUID brandId = caller.brand();
    return Lanes.lock(connection, brandId, held.customer().id())
        .chain(() -> messages.get(connection, brandId, messageId))
        .chain(
            found ->
                found.fold(
                    message ->
                        held.consultation().id().equals(message.consultationId())
                            ? work.on(connection, caller, held, message)
                            : refused(ErrorCode.NOT_FOUND),
                    refusal -> Uni.createFrom().item(Result.refused(refusal))));
  }

  private Uni<Result<Message>> retry(
      SqlConnection connection, Caller caller, ConsultationLock.Held held, Message message) {
    Delivery delivery = message.delivery();
    if (delivery == null) {
      return refused(ErrorCode.MESSAGE_STATE, message.direction());
    }
    if (delivery.status() != DeliveryStatus.FAILED && delivery.status() != DeliveryStatus.UNKNOWN) {
      return refused(ErrorCode.MESSAGE_STATE, delivery.status());
    }
    return change
        .make(connection, caller, held, AgentMachine::reply)
        .chain(
            made ->
                made.fold(
                    answered ->
                        write(connection, QUEUE_AGAIN, answered, message)
                            .chain(
                                () ->
                                    Lanes.queue(
                                        connection,
                                        caller.brand(),
                                        answered.customer().id(),
                                        answered.customer().linkId()))
                            .chain(() -> messages.get(connection, caller.brand(), message.id())),
                    refusal -> Uni.createFrom().item(Result.refused(refusal))));
  }

  private Uni<Result<Message>> cancel(
      SqlConnection connection, Caller caller, ConsultationLock.Held held, Message message) {
    Delivery delivery = message.delivery();
    if (delivery == null) {
      return refused(ErrorCode.MESSAGE_STATE, message.direction());
    }
    return delivery.status() == DeliveryStatus.QUEUED
        ? write(connection, CANCEL, held, message)
            .chain(() -> messages.get(connection, caller.brand(), message.id()))
        : refused(ErrorCode.MESSAGE_STATE, delivery.status());
  }

  /** A lane that waits for something about this message need not do so any longer. */
  private static Uni<Void> write(
      SqlConnection connection, String sql, ConsultationLock.Held held, Message message) {
    UUID brandId = held.customer().brandId();
    LaneMessage inLane = new LaneMessage(brandId, held.customer().id(), message.id());
    return Lanes.free(connection, List.of(inLane))
        .chain(() -> connection.preparedQuery(sql).execute(Tuple.of(brandId, message.id())))
        .replaceWithVoid();
  }

  private static Uni<Result<Message>> refused(ErrorCode code, Object... arguments) {
    return Uni.createFrom().item(Result.refused(code, arguments));
  }
}
