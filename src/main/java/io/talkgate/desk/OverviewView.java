package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.Workload;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much there is to do. */
@Schema(description = "How much there is to do at the moment.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OverviewView(
    @Schema(description = "Consultations by state.") CountsView counts,
    @Schema(description = "Since when the longest waiting one waits; absent if none waits.")
        @Nullable Instant waitingSince) {

  static OverviewView of(Workload work) {
    return new OverviewView(CountsView.of(work.counts()), work.waitingSince());
  }
}
