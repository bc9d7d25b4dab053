package io.talkgate.desk;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** Why a link is rejected. */
@Schema(description = "Why a link is rejected; the brand reads it.")
record RejectionRequest(
    @Schema(description = "1 to 500 characters.", examples = "The account belongs to another shop.")
        @NotBlank
        @CodePointLength(max = LinkRules.REASON_LENGTH)
        String reason) {}
