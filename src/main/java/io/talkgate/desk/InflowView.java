package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.Inflow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the customer came into the chat window. */
@Schema(description = "How the customer came into the chat window, as NAVER told it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InflowView(
    @Schema(
            description = "`button`, `list` or `none`; absent if NAVER did not tell.",
            examples = "button")
        @Nullable String type,
    @Schema(description = "The page the customer came from; absent if not told.")
        @Nullable String referer,
    @Schema(
            description =
                "The value of `?from=` in the chat URL: a campaign of yours. Absent without one.")
        @Nullable String from,
    @Schema(description = "The product the customer came with; absent without one.")
        @Nullable String product) {

  /** Shows an inflow; null for none. */
  static @Nullable InflowView of(@Nullable Inflow inflow) {
    return inflow == null
        ? null
        : new InflowView(inflow.type(), inflow.referer(), inflow.from(), inflow.product());
  }
}
