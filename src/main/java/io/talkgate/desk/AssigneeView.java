package io.talkgate.desk;

import io.talkgate.consultation.Assignee;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent of the brand, named. */
@Schema(description = "An agent of the brand.")
record AssigneeView(
    @Schema(description = "The member's id.") UUID id,
    @Schema(description = "The member's name.") String name) {

  /** Shows an agent; null for nobody. */
  static @Nullable AssigneeView of(@Nullable Assignee assignee) {
    return assignee == null ? null : new AssigneeView(assignee.id(), assignee.name());
  }
}
