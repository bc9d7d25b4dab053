package io.talkgate.desk;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody is typing. */
@Schema(description = "Whether somebody is typing.")
record TypingRequest(
    @Schema(description = "True shows it for 10 seconds, false ends it.") @NotNull Boolean on) {}
