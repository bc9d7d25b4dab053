package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.CloseReason;
import io.talkgate.consultation.Consultation;
import io.talkgate.consultation.ConsultationStatus;
import io.talkgate.consultation.Message;
import io.talkgate.consultation.ThreadHolder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A consultation as contract §3 shows it. */
@Schema(description = "One engagement of one customer, from the first message to its end.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsultationView(
    @Schema(description = "The consultation's id.") UUID id,
    @Schema(description = "The brand it belongs to.") UUID brandId,
    @Schema(description = "The link it came in by.") UUID linkId,
    @Schema(description = "Whose consultation it is.") ConsultationCustomerView customer,
    @Schema(description = "Its state.") ConsultationStatus status,
    @Schema(description = "Who holds the thread.") ThreadHolder thread,
    @Schema(description = "Whether the customer left the chat and has not come back.")
        boolean customerLeft,
    @Schema(description = "Whom it is assigned to; absent for nobody.")
        @Nullable AssigneeView assignee,
    @Schema(description = "How the customer came in; absent if NAVER did not tell.")
        @Nullable InflowView inflow,
    @Schema(description = "Its tags.") List<String> tags,
    @Schema(description = "What kind of consultation it was; absent if nobody said.")
        @Nullable String category,
    @Schema(description = "Messages of the customer since an agent last read.") int unreadCount,
    @Schema(description = "The newest message; absent if there is none.")
        @Nullable MessageView lastMessage,
    @Schema(description = "When it was opened.") Instant openedAt,
    @Schema(description = "The customer's first message; absent before it.")
        @Nullable Instant firstMessageAt,
    @Schema(description = "The first answer; absent before it.") @Nullable Instant firstReplyAt,
    @Schema(description = "When anything last happened in it.") Instant lastActivityAt,
    @Schema(description = "When it comes back from hold; absent if that is open.")
        @Nullable Instant heldUntil,
    @Schema(description = "When it was closed; absent while it is open.")
        @Nullable Instant closedAt,
    @Schema(description = "Why it was closed; absent while it is open.")
        @Nullable CloseReason closeReason,
    @Schema(
            description =
                "Whether a leap of NAVER's numbers says that messages may never have reached"
                    + " TalkGate; a `SYSTEM` line stands where.")
        boolean possiblyMissing,
    @Schema(description = "How the customer rated it; absent if not at all.")
        @Nullable RatingView rating) {

  /** Shows a consultation. */
  static ConsultationView of(Consultation shown) {
    Message last = shown.lastMessage();
    return new ConsultationView(
        shown.id(),
        shown.brandId(),
        shown.linkId(),
        ConsultationCustomerView.of(shown.customer()),
        shown.status(),
        shown.thread(),
        shown.customerLeft(),
        AssigneeView.of(shown.assignee()),
        InflowView.of(shown.inflow()),
        shown.tags(),
        shown.category(),
        shown.unreadCount(),
        last == null ? null : MessageView.of(last),
        shown.openedAt(),
        shown.firstMessageAt(),
        shown.firstReplyAt(),
        shown.lastActivityAt(),
        shown.heldUntil(),
        shown.closedAt(),
        shown.closeReason(),
        shown.possiblyMissing(),
        RatingView.of(shown.rating()));
  }
}
