package io.talkgate.link.settings;

import io.talkgate.talktalk.QuickReply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What is said automatically on one occasion. */
@Schema(description = "What is said automatically on one occasion.")
public record AutomaticMessage(
    @Schema(description = "The words; `{brand}` and the occasion's own variables stand for values.")
        @NotBlank
        @CodePointLength(max = AutomaticMessage.MAX_LENGTH)
        String text,
    @Schema(ref = "QuickReply", description = "Buttons below it.") @Valid
        @Nullable QuickReply quickReply) {

  /** In characters; values of variables come on top. */
  static final int MAX_LENGTH = 1000;
}
