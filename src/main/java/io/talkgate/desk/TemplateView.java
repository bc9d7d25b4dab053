package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.rules.templates.Template;
import io.talkgate.talktalk.QuickReply;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template. */
@Schema(description = "A text to be used again.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateView(
    @Schema(description = "The template's id.") UUID id,
    @Schema(description = "What it is called.") String title,
    @Schema(description = "Its words.") String text,
    @Schema(description = "Its folder; empty for none.") String folder,
    @Schema(description = "What is typed in the composer to get it.") @Nullable String shortcut,
    @Schema(description = "Whether it is the caller's alone.") boolean personal,
    @Schema(ref = "QuickReply", description = "Buttons below it.")
        @Nullable QuickReply quickReply) {

  static TemplateView of(Template template) {
    Template.Draft draft = template.draft();
    return new TemplateView(
        template.id(),
        draft.title(),
        draft.text(),
        draft.folder(),
        draft.shortcut(),
        template.ownerId() != null,
        draft.quickReply());
  }
}
