package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.Note;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An internal note. */
@Schema(description = "What agents tell each other; customers never see it.")
record NoteView(
    @Schema(description = "The note's id.") UUID id,
    @Schema(description = "Its consultation.") UUID consultationId,
    @Schema(description = "Who wrote it.") NoteAuthorView author,
    @Schema(description = "Its text.") String text,
    @Schema(description = "Members whom it is meant for.") List<UUID> mentions,
    @Schema(description = "When it was written.") Instant createdAt) {

  /** Who wrote a note. */
  @Schema(description = "Who wrote a note.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NoteAuthorView(
      @Schema(description = "The member; absent once the member is gone.") @Nullable UUID id,
      @Schema(description = "The name at the time of writing.") String name) {}

  /** Shows a note. */
  static NoteView of(Note note) {
    return new NoteView(
        note.id(),
        note.consultationId(),
        new NoteAuthorView(note.authorId(), note.authorName()),
        note.text(),
        note.mentions(),
        note.createdAt());
  }
}
