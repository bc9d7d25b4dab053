package io.talkgate.desk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What to note when a consultation is closed. */
@Schema(description = "What to note when a consultation is closed.")
record CloseRequest(
    @Schema(description = "What kind of consultation it was.") @CodePointLength(min = 1, max = 50)
        @Nullable String category,
    @Schema(description = "Becomes an internal note.") @CodePointLength(min = 1, max = 2000)
        @Nullable String note) {

  /** Nothing to note. */
  static final CloseRequest BARE = new CloseRequest(null, null);
}
