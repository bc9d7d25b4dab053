package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.Delivery;
import io.talkgate.consultation.DeliveryStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far an outbound message has come. */
@Schema(description = "How far an outbound message has come.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
    @Schema(
            description =
                "`QUEUED` → `SENDING` → `SENT` (NAVER accepted it) → `CONFIRMED` (its echo came"
                    + " back), or `UNKNOWN` (no way to tell yet), `FAILED`, `CANCELLED`.")
        DeliveryStatus status,
    @Schema(description = "How often it was handed to NAVER.") int attempts,
    @Schema(description = "NAVER's last result code.", examples = "00") @Nullable String resultCode,
    @Schema(
            description =
                "Why it went no further, or goes on only later, in the caller's language, with"
                    + " NAVER's words where there are any.",
            implementation = String.class)
        @Nullable DeliveryReasonText reason) {

  /** Shows a delivery; null where there is none. */
  static @Nullable DeliveryView of(@Nullable Delivery delivery) {
    return delivery == null
        ? null
        : new DeliveryView(
            delivery.status(),
            delivery.attempts(),
            delivery.resultCode(),
            DeliveryReasonText.of(delivery.reason(), delivery.words()));
  }
}
