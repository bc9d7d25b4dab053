package io.talkgate.desk;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to assign a consultation to. */
@Schema(description = "Whom to assign a consultation to.")
record AssignRequest(
    @Schema(description = "An agent or above of the brand; the caller if absent.")
        @Nullable UUID assigneeId) {}
