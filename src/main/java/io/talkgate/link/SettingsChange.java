package io.talkgate.link;

import io.talkgate.link.settings.DeskRules;
import org.jspecify.annotations.Nullable;

/** What to change of a link's settings: a section that is null stays as it is. */
public record SettingsChange(@Nullable DeliveryDefaults delivery, DeskRules desk) {}
