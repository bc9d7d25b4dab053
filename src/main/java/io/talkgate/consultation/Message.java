package io.talkgate.consultation;

import io.talkgate.talktalk.Content;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message, or a line of the system, on a customer's timeline.
 *
 * @param consultationId null where it came while no consultation was open and opened none
 * @param createdAt for events the time they were received; messages sort by it, then by id
 * @param delivery null unless we sent it
 */
public record Message(
    UUID id,
    UUID customerId,
    @Nullable UUID consultationId,
    Direction direction,
    Author author,
    Content content,
    Instant createdAt,
    @Nullable Delivery delivery) {

  /** The same with another content. */
  Message with(Content other) {
    return new Message(
        id, customerId, consultationId, direction, author, other, createdAt, delivery);
  }
}
