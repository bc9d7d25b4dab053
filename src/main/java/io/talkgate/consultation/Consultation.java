package io.talkgate.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One engagement of one customer as it stands now.
 *
 * @param customerLeft whether the customer pressed 나가기 and has not come back
 * @param unreadCount messages of the customer since an agent last read
 * @param lastMessage the newest message; null if there is none
 * @param firstMessageAt the customer's first message
 * @param firstReplyAt the first answer, ours or Partner Center's
 * @param heldUntil when an ON_HOLD one is to come back; null if open-ended
 * @param rating how the customer rated it; null if not at all
 * @param possiblyMissing whether a leap of NAVER's message numbers says that messages may never
 *     have reached us
 */
public record Consultation(
    UUID id,
    UUID brandId,
    UUID linkId,
    Customer customer,
    ConsultationStatus status,
    ThreadHolder thread,
    boolean customerLeft,
    @Nullable Assignee assignee,
    @Nullable Inflow inflow,
    List<String> tags,
    @Nullable String category,
    int unreadCount,
    @Nullable Message lastMessage,
    Instant openedAt,
    @Nullable Instant firstMessageAt,
    @Nullable Instant firstReplyAt,
    Instant lastActivityAt,
    @Nullable Instant heldUntil,
    @Nullable Instant closedAt,
    @Nullable CloseReason closeReason,
    boolean possiblyMissing,
    @Nullable Rating rating) {

  /** The same with its customer, its newest message and its rating shown otherwise. */
  Consultation with(
      Customer otherCustomer, @Nullable Message otherMessage, @Nullable Rating otherRating) {
    return new Consultation(
        id,
        brandId,
        linkId,
        otherCustomer,
        status,
        thread,
        customerLeft,
        assignee,
        inflow,
        tags,
        category,
        unreadCount,
        otherMessage,
        openedAt,
        firstMessageAt,
        firstReplyAt,
        lastActivityAt,
        heldUntil,
        closedAt,
        closeReason,
        possiblyMissing,
        otherRating);
  }
}
