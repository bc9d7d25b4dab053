package io.talkgate.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to renew a webhook URL. */
@Schema(description = "How to renew a webhook URL.")
record WebhookUrlRequest(
    @Schema(
            description =
                "True: all earlier URLs die at once. Else the old one stays live for 7 days, which"
                    + " is the time to register the new one at Partner Center.",
            defaultValue = "false",
            examples = "false")
        @Nullable Boolean revokeOld) {

  static boolean revokesOld(@Nullable WebhookUrlRequest request) {
    return request != null && Boolean.TRUE.equals(request.revokeOld());
  }
}
