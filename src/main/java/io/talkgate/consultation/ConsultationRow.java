package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the state machines see and decide of a consultation: its row in the database but for tags
 * and category.
 *
 * @param statusAt when the present state began; an event from before it arrives late
 * @param lastEventAt the time of the latest event that changed it; null if none is known
 * @param lastTalktalkMessageId NAVER's number of the message seen last then; null if none is known
 * @param commentUntil until when the customer's next words are what they say about it, after they
 *     rated it; null if they are not
 * @param answeredByAgent whether one of our agents has answered it
 * @param answeredByPartnerCenter whether somebody at Partner Center has
 */
record ConsultationRow(
    UUID id,
    UUID brandId,
    UUID linkId,
    UUID customerId,
    ConsultationStatus status,
    ThreadHolder thread,
    boolean customerLeft,
    @Nullable UUID assigneeId,
    @Nullable Inflow inflow,
    int unreadCount,
    boolean answeredByAgent,
    boolean answeredByPartnerCenter,
    Instant openedAt,
    Instant statusAt,
    @Nullable Instant firstMessageAt,
    @Nullable Instant firstReplyAt,
    Instant lastActivityAt,
    @Nullable Instant lastEventAt,
    @Nullable Long lastTalktalkMessageId,
    @Nullable Instant heldUntil,
    @Nullable Instant closedAt,
    @Nullable CloseReason closeReason,
    @Nullable Instant commentUntil) {

  /** The same with these. */
  ConsultationRow active(
      int newUnreadCount,
      Instant newLastActivityAt,
      @Nullable Instant newLastEventAt,
      @Nullable Long newLastTalktalkMessageId) {
    return new ConsultationRow(
        id,
        brandId,
        linkId,
        customerId,
        status,
        thread,
        customerLeft,
        assigneeId,
        inflow,
        newUnreadCount,
        answeredByAgent,
        answeredByPartnerCenter,
        openedAt,
        statusAt,
        firstMessageAt,
        firstReplyAt,
        newLastActivityAt,
        newLastEventAt,
        newLastTalktalkMessageId,
        heldUntil,
        closedAt,
        closeReason,
        commentUntil);
  }

  boolean isOpen() {
    return status != ConsultationStatus.CLOSED;
  }

  /** True if something of that time happened while this consultation was open. */
  boolean spans(Instant at) {
    return !at.isBefore(openedAt) && (closedAt == null || !at.isAfter(closedAt));
  }
}
