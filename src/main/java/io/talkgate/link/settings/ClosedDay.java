package io.talkgate.link.settings;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** A day without shifts that no calendar knows. */
@Schema(description = "A day without shifts that no calendar knows.")
public record ClosedDay(
    @Schema(
            description = "The day.",
            type = SchemaType.STRING,
            format = "date",
            examples = "2026-06-03")
        @NotNull
        LocalDate date,
    @Schema(description = "What it is called.") @CodePointLength(min = 1, max = 50)
        @Nullable String name) {}
