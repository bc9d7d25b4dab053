package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.talkgate.consultation.ConsultationStatus;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Consultations by state. */
@Schema(description = "How many consultations are in each state.")
record CountsView(
    @Schema(description = "Entered, nothing said.", examples = "2") @JsonProperty("OPENED")
        int opened,
    @Schema(description = "Waiting for an agent.", examples = "5") @JsonProperty("WAITING")
        int waiting,
    @Schema(description = "In progress.", examples = "12") @JsonProperty("IN_PROGRESS")
        int inProgress,
    @Schema(description = "On hold.", examples = "1") @JsonProperty("ON_HOLD") int onHold,
    @Schema(description = "Closed within the last 24 hours.", examples = "140")
        @JsonProperty("CLOSED")
        int closed) {

  static CountsView of(Map<ConsultationStatus, Integer> counts) {
    return new CountsView(
        counts.getOrDefault(ConsultationStatus.OPENED, 0),
        counts.getOrDefault(ConsultationStatus.WAITING, 0),
        counts.getOrDefault(ConsultationStatus.IN_PROGRESS, 0),
        counts.getOrDefault(ConsultationStatus.ON_HOLD, 0),
        counts.getOrDefault(ConsultationStatus.CLOSED, 0));
  }
}
