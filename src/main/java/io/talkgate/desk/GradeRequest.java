package io.talkgate.desk;

import io.talkgate.consultation.Grade;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What agents are to know of a customer. */
@Schema(description = "What agents are to know of a customer.")
record GradeRequest(
    @Schema(description = "`VIP`, `BLACKLIST`, or absent or null for nothing.")
        @Nullable Grade grade) {}
