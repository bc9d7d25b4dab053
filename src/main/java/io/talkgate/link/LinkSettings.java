package io.talkgate.link;

/** How a link's brand wants things done; a section for each matter. */
public record LinkSettings(DeliveryDefaults delivery) {}
