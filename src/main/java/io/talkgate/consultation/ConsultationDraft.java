package io.talkgate.consultation;

import static io.talkgate.consultation.ConsultationStatus.CLOSED;
import static io.talkgate.consultation.ConsultationStatus.ON_HOLD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A consultation while one transaction changes it. It knows how a change is made and remembered,
 * not when: that is decided by {@link EventMachine} for events and {@link AgentMachine} for agents'
 * calls.
 */
final class ConsultationDraft {
  private final ConsultationRow origin;
  private final boolean isNew;
  private final Supplier<UUID> ids;
  private final List<HistoryStep> history = new ArrayList<>();

  private ConsultationStatus status;
  private ThreadHolder thread;
  private boolean customerLeft;
  private @Nullable UUID assigneeId;
  private @Nullable Inflow inflow;
  private int unreadCount;
  private boolean answeredByAgent;
  private boolean answeredByPartnerCenter;
  private Instant statusAt;
  private @Nullable Instant firstMessageAt;
  private @Nullable Instant firstReplyAt;
  private Instant lastActivityAt;
  private @Nullable Instant lastEventAt;
  private @Nullable Long lastTalktalkMessageId;
  private @Nullable Instant heldUntil;
  private @Nullable Instant closedAt;
  private @Nullable CloseReason closeReason;

  ConsultationDraft(ConsultationRow row, Supplier<UUID> ids) {
    this(row, false, ids);
  }

  private ConsultationDraft(ConsultationRow row, boolean isNew, Supplier<UUID> ids) {
    this.origin = row;
    this.isNew = isNew;
    this.ids = ids;
    this.status = row.status();
    this.thread = row.thread();
    this.customerLeft = row.customerLeft();
    this.assigneeId = row.assigneeId();
    this.inflow = row.inflow();
    this.unreadCount = row.unreadCount();
    this.answeredByAgent = row.answeredByAgent();
    this.answeredByPartnerCenter = row.answeredByPartnerCenter();
    this.statusAt = row.statusAt();
    this.firstMessageAt = row.firstMessageAt();
    this.firstReplyAt = row.firstReplyAt();
    this.lastActivityAt = row.lastActivityAt();
    this.lastEventAt = row.lastEventAt();
    this.lastTalktalkMessageId = row.lastTalktalkMessageId();
    this.heldUntil = row.heldUntil();
    this.closedAt = row.closedAt();
    this.closeReason = row.closeReason();
  }

  /** A new consultation of a customer, in its first state. */
  static ConsultationDraft start(
      CustomerRow customer, ConsultationStatus status, Instant at, Supplier<UUID> ids) {
    ConsultationRow row =
        new ConsultationRow(
            ids.get(),
            customer.brandId(),
            customer.linkId(),
            customer.id(),
            status,
            ThreadHolder.TALKGATE,
            false,
            null,
            null,
            0,
            false,
            false,
            at,
            at,
            null,
            null,
            at,
            null,
            null,
            null,
            null,
            null,
            null);
    ConsultationDraft draft = new ConsultationDraft(row, true, ids);
    draft.remember(actionOf(status), at, null, null, null);
    return draft;
  }

  UUID id() {
    return origin.id();
  }

  UUID brandId() {
    return origin.brandId();
  }

  /** True if there is no row of it yet. */
  boolean isNew() {
    return isNew;
  }

  /** True if its row is not what it was. */
  boolean isChanged() {
    return !isNew && !row().equals(origin);
  }

  /** True if its row differs only in what one more message changes. */
  boolean isOnlyActive() {
    return isChanged()
        && row()
            .equals(origin.active(unreadCount, lastActivityAt, lastEventAt, lastTalktalkMessageId));
  }

  /** True if a row is to be written. */
  boolean isWritten() {
    return isNew || isChanged();
  }

  ConsultationStatus status() {
    return status;
  }

  ThreadHolder thread() {
    return thread;
  }

  boolean isOpen() {
    return status != CLOSED;
  }

  boolean isAssigned() {
    return assigneeId != null;
  }

  boolean answeredByPartnerCenterAlone() {
    return answeredByPartnerCenter && !answeredByAgent;
  }

  /**
   * True if something of that time comes after the present state began: it arrives late and must
   * not move it backwards.
   */
  boolean isLate(Instant at) {
    return at.isBefore(statusAt);
  }

  /** What is to be written. */
  ConsultationRow row() {
    return new ConsultationRow(
        origin.id(),
        origin.brandId(),
        origin.linkId(),
        origin.customerId(),
        status,
        thread,
        customerLeft,
        assigneeId,
        inflow,
        unreadCount,
        answeredByAgent,
        answeredByPartnerCenter,
        origin.openedAt(),
        statusAt,
        firstMessageAt,
        firstReplyAt,
        lastActivityAt,
        lastEventAt,
        lastTalktalkMessageId,
        heldUntil,
        closedAt,
        closeReason,
        origin.commentUntil());
  }

  List<HistoryStep> history() {
    return history;
  }

  void moveTo(ConsultationStatus next, Instant at, @Nullable Actor actor) {
    if (next != status) {
      setStatus(next, at);
      remember(actionOf(next), at, actor, null, null);
    }
  }

  void close(CloseReason reason, Instant at, @Nullable Actor actor) {
    setStatus(CLOSED, at);
    closedAt = latest(at, origin.openedAt());
    closeReason = reason;
    remember(HistoryAction.CLOSED, at, actor, null, reason.name());
  }

  void reopen(ConsultationStatus next, Instant at, @Nullable Actor actor) {
    setStatus(next, at);
    closedAt = null;
    closeReason = null;
    eventSeen(at, lastTalktalkMessageId);
    remember(HistoryAction.REOPENED, at, actor, null, null);
  }

  void hold(@Nullable Instant until, Instant at, Actor actor) {
    setStatus(ON_HOLD, at);
    heldUntil = until;
    remember(HistoryAction.HELD, at, actor, null, until == null ? null : until.toString());
  }

  void resume(ConsultationStatus next, Instant at, @Nullable Actor actor) {
    setStatus(next, at);
    remember(HistoryAction.RESUMED, at, actor, null, null);
  }

  void assign(
      HistoryAction action,
      Actor assignee,
      Instant at,
      @Nullable Actor actor,
      @Nullable String note) {
    assigneeId = assignee.id();
    remember(action, at, actor, assignee, note);
  }

  void unassign(Instant at, @Nullable Actor actor) {
    assigneeId = null;
    remember(HistoryAction.UNASSIGNED, at, actor, null, null);
  }

  void giveThread(ThreadHolder holder, Instant at, @Nullable Actor actor) {
    if (thread != holder) {
      thread = holder;
      HistoryAction action =
          holder == ThreadHolder.TALKGATE
              ? HistoryAction.THREAD_TO_TALKGATE
              : HistoryAction.THREAD_TO_PARTNER_CENTER;
      remember(action, at, actor, null, null);
    }
  }

  void customerWrote(Instant at) {
    unreadCount++;
    firstMessageAt = firstMessageAt == null ? at : earliest(firstMessageAt, at);
    active(at);
  }

  void partnerCenterAnswered(Instant at) {
    answeredByPartnerCenter = true;
    answered(at);
  }

  void agentAnswered(Instant at) {
    answeredByAgent = true;
    answered(at);
  }

  void read() {
    unreadCount = 0;
  }

  void customerLeft(Instant at) {
    if (!customerLeft) {
      customerLeft = true;
      remember(HistoryAction.CUSTOMER_LEFT, at, null, null, null);
    }
  }

  void customerPresent() {
    customerLeft = false;
  }

  void cameBy(Inflow newInflow) {
    inflow = newInflow;
  }

  /**
   * An event from before that time arrives late.
   *
   * @param number NAVER's number of the message seen last; null if none is known
   */
  void eventSeen(Instant at, @Nullable Long number) {
    lastEventAt = lastEventAt == null ? at : latest(lastEventAt, at);
    lastTalktalkMessageId = number;
  }

  void active(Instant at) {
    lastActivityAt = latest(lastActivityAt, at);
  }

  private void answered(Instant at) {
    firstReplyAt = firstReplyAt == null ? at : earliest(firstReplyAt, at);
    active(at);
  }

  private void setStatus(ConsultationStatus next, Instant at) {
    status = next;
    statusAt = latest(statusAt, at);
    heldUntil = null;
    active(at);
  }

  private void remember(
      HistoryAction action,
      Instant at,
      @Nullable Actor actor,
      @Nullable Actor assignee,
      @Nullable String detail) {
    history.add(
        new HistoryStep(ids.get(), brandId(), id(), action, status, actor, assignee, detail, at));
  }

  private static HistoryAction actionOf(ConsultationStatus status) {
    return switch (status) {
      case OPENED -> HistoryAction.OPENED;
      case WAITING -> HistoryAction.WAITED;
      case IN_PROGRESS -> HistoryAction.STARTED;
      case ON_HOLD -> HistoryAction.HELD;
      case CLOSED -> HistoryAction.CLOSED;
    };
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
