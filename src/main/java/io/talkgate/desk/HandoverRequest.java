package io.talkgate.desk;

import io.talkgate.consultation.ThreadHolder;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to hold the thread. */
@Schema(description = "Who is to hold the thread.")
record HandoverRequest(
    @Schema(description = "`PARTNER_CENTER` gives the thread away, `TALKGATE` takes it back.")
        @NotNull
        ThreadHolder to) {}
