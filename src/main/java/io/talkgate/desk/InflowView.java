package io.talkgate.desk;

import io.talkgate.consultation.Inflow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the customer came into the chat window. */
@Schema(description = "How the customer came into the chat window, as NAVER told it.")
record InflowView(
    @Schema(description = "`button`, `list` or `none`.", examples = "button") @Nullable String type,
    @Schema(description = "The page the customer came from.") @Nullable String referer,
    @Schema(description = "The value of `?from=` in the chat URL: a campaign of yours.")
        @Nullable String from,
    @Schema(description = "The product the customer came with.") @Nullable String product) {

  /** Shows an inflow; null for none. */
  static @Nullable InflowView of(@Nullable Inflow inflow) {
    return inflow == null
        ? null
        : new InflowView(inflow.type(), inflow.referer(), inflow.from(), inflow.product());
  }
}
