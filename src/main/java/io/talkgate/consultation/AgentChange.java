package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.problem.Refusal;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One change of a consultation by an agent: takes the customer's lock, asks {@link AgentMachine},
 * writes what it decided.
 */
@Singleton
class AgentChange {
  private final ConsultationLock lock;
  private final ConsultationWriter writer;
  private final Stamps stamps;

  AgentChange(ConsultationLock lock, ConsultationWriter writer, Stamps stamps) {
    this.lock = lock;
    this.writer = writer;
    this.stamps = stamps;
  }

  /** Makes the change in the connection's transaction. */
  Uni<Result<ConsultationLock.Held>> make(
      SqlConnection connection,
      Caller caller,
      UUID id,
      Function<AgentMachine, Optional<Refusal>> decision) {
    return lock.take(connection, caller.brand(), id)
        .chain(
            taken ->
                taken.fold(
                    held -> make(connection, caller, held, decision),
                    refusal -> Uni.createFrom().item(Result.refused(refusal))));
  }

  /** Makes the change of a consultation whose customer is locked already. */
  Uni<Result<ConsultationLock.Held>> make(
      SqlConnection connection,
      Caller caller,
      ConsultationLock.Held held,
      Function<AgentMachine, Optional<Refusal>> decision) {
    AgentMachine machine =
        new AgentMachine(held.consultation(), Actor.of(caller), stamps.next().at());
    Optional<Refusal> refusal = decision.apply(machine);
    if (refusal.isPresent()) {
      return Uni.createFrom().item(Result.refused(refusal.get()));
    }
    return writer.write(connection, List.of(held.consultation())).replaceWith(Result.done(held));
  }
}
