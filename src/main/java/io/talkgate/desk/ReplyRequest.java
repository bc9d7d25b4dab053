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
    @Schema(
            description =
                "Whether it is pushed to the customer's phone; as the link's settings say if absent.")
        @Nullable Boolean notification,
    @Schema(
            description =
                "Whether it marks the customer's messages as read at Partner Center; as the link's"
                    + " settings say if absent.")
        @Nullable Boolean readBySend) {

  /** The answer, with what is left open as the link's settings say. */
  Reply toReply() {
    return new Reply(content, notification, readBySend);
  }
}
