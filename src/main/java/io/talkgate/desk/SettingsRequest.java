package io.talkgate.desk;

import io.talkgate.link.SettingsChange;
import io.talkgate.link.settings.AssignmentRules;
import io.talkgate.link.settings.AutomaticMessages;
import io.talkgate.link.settings.ClosingRules;
import io.talkgate.link.settings.DeskRules;
import io.talkgate.link.settings.OpeningHours;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change of a link's settings; a section that is absent or null stays. */
@Schema(
    description = "What to change of a link's settings; a section that is absent or null stays.")
record SettingsRequest(
    @Schema(description = "What replies are sent with where they do not say.") @Valid
        @Nullable DeliverySection delivery,
    @Schema(description = "When the desk answers.") @Valid @Nullable OpeningHours hours,
    @Schema(description = "What is said automatically.") @Valid
        @Nullable AutomaticMessages messages,
    @Schema(description = "What the clock does.") @Valid @Nullable ClosingRules closing,
    @Schema(description = "Who gets what waits.") @Valid @Nullable AssignmentRules assignment) {

  SettingsChange toChange() {
    return new SettingsChange(
        delivery == null ? null : delivery.toDefaults(),
        new DeskRules(hours, messages, closing, assignment));
  }
}
