package io.talkgate.desk;

import io.talkgate.link.LinkSettings;
import io.talkgate.link.settings.AssignmentRules;
import io.talkgate.link.settings.AutomaticMessages;
import io.talkgate.link.settings.ClosingRules;
import io.talkgate.link.settings.DeskRules;
import io.talkgate.link.settings.OpeningHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link's settings as contract §3 shows them. */
@Schema(description = "A link's settings.")
record SettingsView(
    @Schema(description = "What replies are sent with where they do not say.")
        DeliverySection delivery,
    @Schema(description = "When the desk answers.") OpeningHours hours,
    @Schema(description = "What is said automatically.") AutomaticMessages messages,
    @Schema(description = "What the clock does.") ClosingRules closing,
    @Schema(description = "Who gets what waits.") AssignmentRules assignment) {

  static SettingsView of(LinkSettings settings) {
    DeskRules desk = settings.desk();
    return new SettingsView(
        DeliverySection.of(settings.delivery()),
        desk.openingHours(),
        desk.automaticMessages(),
        desk.closingRules(),
        desk.assignmentRules());
  }
}
