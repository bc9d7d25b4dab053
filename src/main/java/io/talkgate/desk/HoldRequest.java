package io.talkgate.desk;

import jakarta.validation.constraints.Future;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long to hold a consultation. */
@Schema(description = "How long to hold a consultation.")
record HoldRequest(
    @Schema(description = "When it comes back, in the future; open-ended if absent.") @Future
        @Nullable Instant until) {}
