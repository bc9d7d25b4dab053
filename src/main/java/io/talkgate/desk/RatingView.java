package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.Rating;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer rated a consultation. */
@Schema(description = "How the customer rated a consultation.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RatingView(
    @Schema(description = "From 1 to 5.") int score,
    @Schema(description = "What the customer said about it; absent for nothing.")
        @Nullable String comment,
    @Schema(description = "When.") Instant at) {

  static @Nullable RatingView of(@Nullable Rating rating) {
    return rating == null ? null : new RatingView(rating.score(), rating.comment(), rating.at());
  }
}
