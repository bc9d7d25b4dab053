package io.talkgate.link;

import io.talkgate.link.settings.DeskRules;

/** How a link's brand wants things done; a section for each matter. */
public record LinkSettings(DeliveryDefaults delivery, DeskRules desk) {}
