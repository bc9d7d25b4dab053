package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.rules.figures.Figures;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done, as contract §3 shows it. */
@Schema(description = "What was done. Each thing counts in the time in which it happened.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FiguresView(
    @Schema(description = "The day, hour, link, agent or category; absent for what has none.")
        @Nullable String key,
    @Schema(description = "Consultations that were opened.") long opened,
    @Schema(description = "Consultations that got their first answer.") long answered,
    @Schema(description = "Consultations that were closed.") long closed,
    @Schema(description = "From the first message to the first answer, on average.")
        @Nullable Double firstResponseSeconds,
    @Schema(description = "From the first answer to the end, on average.")
        @Nullable Double handlingSeconds,
    @Schema(
            description =
                "From the first message to the first answer or, without one, to the end, on average.")
        @Nullable Double waitingSeconds,
    @Schema(description = "Times that customers wrote outside the hours.") long missedOutsideHours,
    @Schema(description = "Consultations that were rated.") long ratings,
    @Schema(description = "The average rating, from 1 to 5.") @Nullable Double satisfaction,
    @Schema(description = "Messages that could not be delivered.") long deliveryFailures) {

  static FiguresView of(Figures figures) {
    return new FiguresView(
        figures.key(),
        figures.opened(),
        figures.answered(),
        figures.closed(),
        figures.responseSeconds(),
        figures.handlingSeconds(),
        figures.waitingSeconds(),
        figures.missedOutsideHours(),
        figures.ratings(),
        figures.rating(),
        figures.deliveryFailures());
  }
}
