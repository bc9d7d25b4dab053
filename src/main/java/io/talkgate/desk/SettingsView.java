package io.talkgate.desk;

import io.talkgate.link.LinkSettings;
import io.talkgate.link.settings.OpeningHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link's settings as contract §3 shows them. */
@Schema(description = "A link's settings.")
record SettingsView(
    @Schema(description = "What replies are sent with where they do not say.")
        DeliverySection delivery,
    @Schema(description = "When the desk answers.") OpeningHours hours) {

  static SettingsView of(LinkSettings settings) {
    return new SettingsView(
        DeliverySection.of(settings.delivery()), settings.desk().openingHours());
  }
}
