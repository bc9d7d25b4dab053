package io.talkgate.desk;

import io.talkgate.rules.PresenceState;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the caller is there. */
@Schema(description = "Whether the caller is there.")
record PresenceRequest(
    @Schema(description = "Whether the caller is there.") @NotNull PresenceState state) {}
