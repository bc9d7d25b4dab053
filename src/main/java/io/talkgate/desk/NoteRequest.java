package io.talkgate.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** An internal note to be added. */
@Schema(description = "An internal note to be added.")
record NoteRequest(
    @Schema(description = "1 to 2,000 characters.", examples = "Refund agreed.")
        @NotBlank
        @CodePointLength(max = 2000)
        String text,
    @Schema(description = "Members whom it is meant for: they find it at `/mentions`.")
        @Size(max = 20)
        @UniqueElements
        @Nullable List<@NotNull UUID> mentions) {}
