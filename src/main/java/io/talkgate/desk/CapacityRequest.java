package io.talkgate.desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many consultations an agent may have. */
@Schema(description = "How many consultations an agent may have.")
record CapacityRequest(
    @Schema(description = "The number; absent or null for as many as the link says.")
        @Min(0)
        @Max(1000)
        @Nullable Integer capacity) {}
