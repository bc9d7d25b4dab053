package io.talkgate.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much is told again. */
@Schema(description = "How much is told again.")
record SubscriptionReplayView(@Schema(description = "Events.") int events) {}
