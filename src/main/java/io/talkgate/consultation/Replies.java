package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.RequestKeys;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Agents' answers: written QUEUED in the agent's transaction, sent by delivery after its commit.
 */
@Singleton
public class Replies {
  private final BrandTransactions brands;
  private final RequestKeys keys;
  private final AgentChange change;
  private final MessageReads messages;
  private final Stamps stamps;
  private final Instance<OutboxSignals> signals;

  Replies(
      BrandTransactions brands,
      RequestKeys keys,
      AgentChange change,
      MessageReads messages,
      Stamps stamps,
      Instance<OutboxSignals> signals) {
    this.brands = brands;
    this.keys = keys;
    this.change = change;
    this.messages = messages;
    this.stamps = stamps;
    this.signals = signals;
  }

  /**
   * Queues an answer.
   *
   * @return refused with NOT_FOUND, CONSULTATION_STATE on a closed one, THREAD_HELD while Partner
   *     Center holds the thread, IDEMPOTENCY_KEY_REUSED
   */
  public Uni<Result<Message>> add(
      Caller caller, UUID consultationId, Reply reply, @Nullable RequestKey key) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                keys.claim(connection, caller, key, stamps.id())
                    .chain(
                        claim ->
                            claim.fold(
                                id -> add(connection, caller, consultationId, id, reply),
                                id -> messages.get(connection, caller.brand(), id),
                                () ->
                                    Uni.createFrom()
                                        .item(Result.refused(ErrorCode.IDEMPOTENCY_KEY_REUSED)))))
        .invoke(added -> signals.forEach(OutboxSignals::queued));
  }

  private Uni<Result<Message>> add(
      SqlConnection connection, Caller caller, UUID consultationId, UUID id, Reply reply) {
    return change
        .make(connection, caller, consultationId, AgentMachine::reply)
        .chain(
            made ->
                made.fold(
                    held ->
                        queue(connection, caller, held, id, reply)
                            .chain(() -> messages.get(connection, caller.brand(), id)),
                    refusal -> Uni.createFrom().item(Result.refused(refusal))));
  }

  private Uni<Void> queue(
      SqlConnection connection, Caller caller, ConsultationLock.Held held, UUID id, Reply reply) {
    Author author = new Author(AuthorType.AGENT, caller.memberId(), caller.name());
    return OutboxWriter.queue(connection, held, new Stamp(id, stamps.next().at()), author, reply);
  }
}
