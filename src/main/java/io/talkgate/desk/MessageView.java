package io.talkgate.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talkgate.consultation.Direction;
import io.talkgate.consultation.Message;
import io.talkgate.talktalk.Content;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as contract §3 shows it. */
@Schema(description = "One message, or a line of the system, on a customer's timeline.")
record MessageView(
    @Schema(description = "The message's id.") UUID id,
    @Schema(description = "Its consultation; null if it came while none was open and opened none.")
        @Nullable UUID consultationId,
    @Schema(description = "`INBOUND` from the customer, else `OUTBOUND`.") Direction direction,
    @Schema(description = "Who wrote it.") AuthorView author,
    @Schema(ref = "Content", description = "What it says.") Content content,
    @Schema(description = "When it was received or written; messages sort by it, then by id.")
        Instant createdAt,
    @Schema(description = "How far it has come; absent unless TalkGate sent it.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable DeliveryView delivery) {

  /** Shows a message. */
  static MessageView of(Message message) {
    return new MessageView(
        message.id(),
        message.consultationId(),
        message.direction(),
        AuthorView.of(message.author()),
        message.content(),
        message.createdAt(),
        DeliveryView.of(message.delivery()));
  }
}
