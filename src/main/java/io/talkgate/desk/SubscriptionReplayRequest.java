package io.talkgate.desk;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when on to tell again. */
@Schema(description = "From when on to tell again.")
record SubscriptionReplayRequest(
    @Schema(description = "Events that were queued at this time or later.") @NotNull
        Instant from) {}
