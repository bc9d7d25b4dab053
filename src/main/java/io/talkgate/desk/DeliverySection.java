package io.talkgate.desk;

import io.talkgate.link.DeliveryDefaults;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What replies are sent with where they do not say. */
@Schema(description = "What replies are sent with where they do not say.")
record DeliverySection(
    @Schema(description = "Whether they are pushed to the customer's phone.") @NotNull
        Boolean notification,
    @Schema(description = "Whether they mark the customer's messages as read at Partner Center.")
        @NotNull
        Boolean readBySend) {

  static DeliverySection of(DeliveryDefaults defaults) {
    return new DeliverySection(defaults.notification(), defaults.readBySend());
  }

  DeliveryDefaults toDefaults() {
    return new DeliveryDefaults(notification, readBySend);
  }
}
