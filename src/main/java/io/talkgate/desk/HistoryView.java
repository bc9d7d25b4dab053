package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.ConsultationStatus;
import io.talkgate.consultation.HistoryAction;
import io.talkgate.consultation.HistoryEntry;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step in a consultation's life. */
@Schema(description = "One step in a consultation's life.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryView(
    @Schema(description = "The step's id.") UUID id,
    @Schema(description = "What happened.") HistoryAction action,
    @Schema(description = "The state it led to.") ConsultationStatus status,
    @Schema(description = "The agent who did it; absent if an event or a timer did.")
        @Nullable AssigneeView actor,
    @Schema(description = "Whom this step assigned it to; absent if nobody.")
        @Nullable AssigneeView assignee,
    @Schema(description = "Close reason, note of a transfer, end of a hold.")
        @Nullable String detail,
    @Schema(description = "When it happened.") Instant createdAt) {

  /** Shows a step. */
  static HistoryView of(HistoryEntry entry) {
    return new HistoryView(
        entry.id(),
        entry.action(),
        entry.status(),
        AssigneeView.of(entry.actor()),
        AssigneeView.of(entry.assignee()),
        entry.detail(),
        entry.createdAt());
  }
}
