package io.talkgate.desk;

import io.talkgate.link.SettingsChange;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change of a link's settings; a section that is absent or null stays. */
@Schema(
    description = "What to change of a link's settings; a section that is absent or null stays.")
record SettingsRequest(
    @Schema(description = "What replies are sent with where they do not say.") @Valid
        @Nullable DeliverySection delivery) {

  SettingsChange toChange() {
    return new SettingsChange(delivery == null ? null : delivery.toDefaults());
  }
}
