package io.talkgate.desk;

import io.talkgate.rules.templates.Template;
import io.talkgate.talktalk.QuickReply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** A template to be kept. */
@Schema(description = "A text to be used again.")
record TemplateRequest(
    @Schema(description = "What it is called.") @NotBlank @CodePointLength(max = 100) String title,
    @Schema(description = "Its words; `{brand}` and `{counselor}` stand for values.")
        @NotBlank
        @CodePointLength(max = 10_000)
        String text,
    @Schema(description = "Its folder, names with slashes between them; none if absent.")
        @CodePointLength(max = 200)
        @Nullable String folder,
    @Schema(description = "What is typed in the composer to get it.", examples = "hello")
        @Pattern(regexp = "[^\\s/]{1,30}")
        @Nullable String shortcut,
    @Schema(
            description =
                "Whether it is yours alone; of the brand if absent, which takes a manager. Not changed later.")
        @Nullable Boolean personal,
    @Schema(ref = "QuickReply", description = "Buttons below it.") @Valid
        @Nullable QuickReply quickReply) {

  Template.Draft toDraft() {
    return new Template.Draft(
        Objects.requireNonNullElse(folder, ""), title, shortcut, text, quickReply);
  }

  boolean isPersonal() {
    return Boolean.TRUE.equals(personal);
  }
}
