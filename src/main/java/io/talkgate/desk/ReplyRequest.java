package io.talkgate.desk;

import io.talkgate.consultation.Reply;
import io.talkgate.talktalk.OutgoingContent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer to be sent. */
@Schema(description = "An answer to be sent.")
record ReplyRequest(
    @Schema(ref = "OutgoingContent", description = "What to say.") @NotNull @Valid
        OutgoingContent content,
    @Schema(description = "Whether it is pushed to the customer's phone.", defaultValue = "false")
        @Nullable Boolean notification,
    @Schema(
            description = "Whether it marks the customer's messages as read at Partner Center.",
            defaultValue = "false")
        @Nullable Boolean readBySend) {

  /** The answer; neither pushed nor marking anything as read unless asked for. */
  Reply toReply() {
    return new Reply(content, Boolean.TRUE.equals(notification), Boolean.TRUE.equals(readBySend));
  }
}
