package io.talkgate.desk;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** A brand to be created. */
@Schema(description = "A brand to be created.")
record BrandRequest(
    @Schema(description = "1 to 100 characters.", examples = "Han River Coffee")
        @NotBlank
        @CodePointLength(max = 100)
        String name) {}
