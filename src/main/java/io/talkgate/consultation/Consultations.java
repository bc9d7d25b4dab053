package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.Members;
import io.talkgate.access.Role;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.ValueRule;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How agents move consultations. Every call is scoped by the caller's brand: another brand's
 * consultation is refused with NOT_FOUND. What the state does not allow (contract §1, second table)
 * is refused with CONSULTATION_STATE and changes nothing.
 */
@Singleton
public class Consultations {
  private final BrandTransactions brands;
  private final AgentChange change;
  private final ConsultationLock lock;
  private final ConsultationReads reads;
  private final Notes notes;
  private final Categories categories;
  private final Members members;

  Consultations(
      BrandTransactions brands,
      AgentChange change,
      ConsultationLock lock,
      ConsultationReads reads,
      Notes notes,
      Categories categories,
      Members members) {
    this.brands = brands;
    this.change = change;
    this.lock = lock;
    this.reads = reads;
    this.notes = notes;
    this.categories = categories;
    this.members = members;
  }

  /** Sets the unread count to 0. */
  public Uni<Result<Consultation>> markRead(Caller caller, UUID id) {
    return move(caller, id, AgentMachine::read);
  }

  /**
   * Assigns it.
   *
   * @param assigneeId an agent or above of the brand, else VALIDATION; null for the caller
   */
  public Uni<Result<Consultation>> assign(Caller caller, UUID id, @Nullable UUID assigneeId) {
    return withAssignee(
        caller, assigneeId, assignee -> move(caller, id, machine -> machine.assign(assignee)));
  }

  /** Takes the assignment away. */
  public Uni<Result<Consultation>> unassign(Caller caller, UUID id) {
    return move(caller, id, AgentMachine::unassign);
  }

  /**
   * Hands it to another agent.
   *
   * @param assigneeId an agent or above of the brand, else VALIDATION
   * @param note becomes an internal note; null for none
   */
  public Uni<Result<Consultation>> transfer(
      Caller caller, UUID id, UUID assigneeId, @Nullable String note) {
    return withAssignee(
        caller,
        assigneeId,
        assignee ->
            move(
                caller,
                id,
                machine -> machine.transfer(assignee, note),
                connection -> notes.addIfAny(connection, caller, id, note)));
  }

  /**
   * Puts it on hold.
   *
   * @param until when it comes back; null for open-ended
   */
  public Uni<Result<Consultation>> hold(Caller caller, UUID id, @Nullable Instant until) {
    return move(caller, id, machine -> machine.hold(until));
  }

  /** Takes it off hold. */
  public Uni<Result<Consultation>> resume(Caller caller, UUID id) {
    return move(caller, id, AgentMachine::resume);
  }

  /**
   * Closes it.
   *
   * @param category what kind of consultation it was; null leaves that open, unless the brand wants
   *     one, else VALIDATION
   * @param note becomes an internal note; null for none
   */
  public Uni<Result<Consultation>> close(
      Caller caller, UUID id, @Nullable String category, @Nullable String note) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                categories
                    .refusal(connection, caller, category)
                    .chain(
                        refusal ->
                            refusal.isPresent()
                                ? refused(refusal.get())
                                : close(connection, caller, id, category, note)));
  }

  private Uni<Result<Consultation>> close(
      SqlConnection connection,
      Caller caller,
      UUID id,
      @Nullable String category,
      @Nullable String note) {
    return moved(
        connection,
        caller,
        id,
        AgentMachine::close,
        () ->
            notes
                .setCategoryIfAny(connection, caller, id, category)
                .chain(() -> notes.addIfAny(connection, caller, id, note)));
  }

  /**
   * Opens a closed one again, assigned to the caller; CUSTOMER_HAS_OPEN_CONSULTATION or
   * CUSTOMER_BLOCKED where that cannot be.
   */
  public Uni<Result<Consultation>> reopen(Caller caller, UUID id) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                lock.take(connection, caller.brand(), id)
                    .chain(
                        taken ->
                            taken.<Uni<Result<ConsultationLock.Held>>>fold(
                                held -> reopen(connection, caller, held), Consultations::refused))
                    .chain(held -> shown(connection, caller, id, held)));
  }

  private Uni<Result<ConsultationLock.Held>> reopen(
      SqlConnection connection, Caller caller, ConsultationLock.Held held) {
    if (held.consultation().isOpen()) {
      return change.make(connection, caller, held, AgentMachine::reopen);
    }
    if (held.customer().blocked()) {
      return refused(Refusal.of(ErrorCode.CUSTOMER_BLOCKED));
    }
    return lock.open(connection, held.customer())
        .chain(
            other ->
                other.isPresent()
                    ? refused(
                        Refusal.of(ErrorCode.CUSTOMER_HAS_OPEN_CONSULTATION, other.get().id()))
                    : change.make(connection, caller, held, AgentMachine::reopen));
  }

  private Uni<Result<Consultation>> move(
      Caller caller, UUID id, Function<AgentMachine, Optional<Refusal>> decision) {
    return move(caller, id, decision, connection -> Uni.createFrom().voidItem());
  }

  private Uni<Result<Consultation>> move(
      Caller caller,
      UUID id,
      Function<AgentMachine, Optional<Refusal>> decision,
      Function<SqlConnection, Uni<Void>> alongWithIt) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                moved(connection, caller, id, decision, () -> alongWithIt.apply(connection)));
  }

  private Uni<Result<Consultation>> moved(
      SqlConnection connection,
      Caller caller,
      UUID id,
      Function<AgentMachine, Optional<Refusal>> decision,
      Supplier<Uni<Void>> alongWithIt) {
    return change
        .make(connection, caller, id, decision)
        .call(made -> made.fold(held -> alongWithIt.get(), refusal -> Uni.createFrom().voidItem()))
        .chain(made -> shown(connection, caller, id, made));
  }

  private Uni<Result<Consultation>> shown(
      SqlConnection connection, Caller caller, UUID id, Result<ConsultationLock.Held> made) {
    return made.fold(held -> reads.get(connection, caller.brand(), id), Consultations::refused);
  }

  private Uni<Result<Consultation>> withAssignee(
      Caller caller, @Nullable UUID assigneeId, Function<Actor, Uni<Result<Consultation>>> call) {
    if (assigneeId == null) {
      return call.apply(Actor.of(caller));
    }
    return members
        .find(caller, assigneeId)
        .chain(
            found ->
                found
                    .filter(member -> !member.disabled() && member.role().includes(Role.AGENT))
                    .map(member -> call.apply(new Actor(member.id(), member.name())))
                    .orElseGet(
                        () -> refused(Refusal.invalid("assigneeId", ValueRule.AGENT_OF_BRAND))));
  }

  private static <T> Uni<Result<T>> refused(Refusal refusal) {
    return Uni.createFrom().item(Result.refused(refusal));
  }
}
