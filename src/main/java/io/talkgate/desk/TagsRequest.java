package io.talkgate.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;

/** The tags a consultation is to have. */
@Schema(description = "The tags a consultation is to have.")
record TagsRequest(
    @Schema(description = "At most 20 different tags of 1 to 30 characters.")
        @NotNull
        @Size(max = 20)
        @UniqueElements
        List<@NotBlank @CodePointLength(max = 30) String> tags) {}
