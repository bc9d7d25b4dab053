package io.talkgate.desk;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** An internal note to be added. */
@Schema(description = "An internal note to be added.")
record NoteRequest(
    @Schema(description = "1 to 2,000 characters.", examples = "Refund agreed.")
        @NotBlank
        @CodePointLength(max = 2000)
        String text) {}
