package io.talkgate.desk;

import io.talkgate.talktalk.PublicUrl;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture that NAVER is to fetch and keep. */
@Schema(description = "A picture that NAVER is to fetch and keep.")
record ImageRequest(
    @Schema(
            description =
                "A public URL, port 80 or 443, JPG, PNG or GIF of at most 20 MB, served within 10"
                    + " seconds.")
        @NotNull
        @PublicUrl
        String imageUrl) {}
