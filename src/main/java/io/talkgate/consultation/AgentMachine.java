package io.talkgate.consultation;

import static io.talkgate.consultation.ConsultationStatus.CLOSED;
import static io.talkgate.consultation.ConsultationStatus.IN_PROGRESS;
import static io.talkgate.consultation.ConsultationStatus.ON_HOLD;
import static io.talkgate.consultation.ConsultationStatus.OPENED;
import static io.talkgate.consultation.ConsultationStatus.WAITING;

import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agent's call does to a consultation: the second table of contract §1, a method a row. A
 * call the state does not allow is refused and changes nothing.
 */
final class AgentMachine {
  private static final Set<ConsultationStatus> OPEN = EnumSet.complementOf(EnumSet.of(CLOSED));

  private final ConsultationDraft consultation;
  private final Actor actor;
  private final Instant at;

  AgentMachine(ConsultationDraft consultation, Actor actor, Instant at) {
    this.consultation = consultation;
    this.actor = actor;
    this.at = at;
  }

  Optional<Refusal> reply() {
    return onlyIn(OPEN).or(this::unlessThreadHeld).or(() -> done(this::answer));
  }

  private void answer() {
    if (consultation.status() == ON_HOLD) {
      consultation.resume(IN_PROGRESS, at, actor);
    } else {
      consultation.moveTo(IN_PROGRESS, at, actor);
    }
    if (!consultation.isAssigned()) {
      consultation.assign(HistoryAction.ASSIGNED, actor, at, actor, null);
    }
    consultation.agentAnswered(at);
  }

  Optional<Refusal> assign(Actor assignee) {
    return onlyIn(OPEN)
        .or(
            () ->
                done(() -> consultation.assign(HistoryAction.ASSIGNED, assignee, at, actor, null)));
  }

  Optional<Refusal> unassign() {
    return onlyIn(OPEN).or(() -> done(() -> consultation.unassign(at, actor)));
  }

  Optional<Refusal> transfer(Actor assignee, @Nullable String note) {
    return onlyIn(OPEN)
        .or(
            () ->
                done(
                    () ->
                        consultation.assign(HistoryAction.TRANSFERRED, assignee, at, actor, note)));
  }

  Optional<Refusal> hold(@Nullable Instant until) {
    return onlyIn(EnumSet.of(WAITING, IN_PROGRESS))
        .or(() -> done(() -> consultation.hold(until, at, actor)));
  }

  Optional<Refusal> resume() {
    ConsultationStatus next = consultation.isAssigned() ? IN_PROGRESS : WAITING;
    return onlyIn(EnumSet.of(ON_HOLD)).or(() -> done(() -> consultation.resume(next, at, actor)));
  }

  Optional<Refusal> close() {
    return onlyIn(EnumSet.of(OPENED, WAITING, IN_PROGRESS, ON_HOLD))
        .or(() -> done(() -> consultation.close(CloseReason.AGENT, at, actor)));
  }

  /** The caller has made sure that the customer has no open consultation and is not blocked. */
  Optional<Refusal> reopen() {
    return onlyIn(EnumSet.of(CLOSED)).or(() -> done(this::openAgain));
  }

  private void openAgain() {
    consultation.reopen(IN_PROGRESS, at, actor);
    consultation.assign(HistoryAction.ASSIGNED, actor, at, actor, null);
  }

  /** Reading is possible in every state and moves nothing. */
  Optional<Refusal> read() {
    return done(consultation::read);
  }

  /** The thread went over to somebody; nothing of it is told by the second table. */
  Optional<Refusal> handover(ThreadHolder to) {
    return onlyIn(OPEN).or(() -> done(() -> consultation.giveThread(to, at, actor)));
  }

  private Optional<Refusal> onlyIn(Set<ConsultationStatus> states) {
    return states.contains(consultation.status())
        ? Optional.empty()
        : Optional.of(Refusal.of(ErrorCode.CONSULTATION_STATE, consultation.status()));
  }

  private Optional<Refusal> unlessThreadHeld() {
    return consultation.thread() == ThreadHolder.TALKGATE
        ? Optional.empty()
        : Optional.of(Refusal.of(ErrorCode.THREAD_HELD));
  }

  private static Optional<Refusal> done(Runnable change) {
    change.run();
    return Optional.empty();
  }
}
