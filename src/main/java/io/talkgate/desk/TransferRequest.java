package io.talkgate.desk;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** Whom to hand a consultation to. */
@Schema(description = "Whom to hand a consultation to.")
record TransferRequest(
    @Schema(description = "An agent or above of the brand.") @NotNull UUID assigneeId,
    @Schema(description = "Becomes an internal note.") @CodePointLength(min = 1, max = 2000)
        @Nullable String note) {}
