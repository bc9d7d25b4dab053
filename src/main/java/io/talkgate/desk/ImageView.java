package io.talkgate.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture that NAVER keeps. */
@Schema(description = "A picture that NAVER keeps.")
record ImageView(
    @Schema(description = "NAVER's id of it, to be sent as `imageId`.") String imageId) {}
