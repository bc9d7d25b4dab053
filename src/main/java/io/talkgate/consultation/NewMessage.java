package io.talkgate.consultation;

import io.talkgate.talktalk.Content;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be written.
 *
 * @param id for events the event's own, so that a repeated try writes it once
 * @param talktalkMessageId NAVER's number in the chat room; null where it was not told
 */
record NewMessage(
    UUID id,
    UUID brandId,
    UUID customerId,
    @Nullable UUID consultationId,
    Direction direction,
    Author author,
    Content content,
    @Nullable Long talktalkMessageId,
    Instant at) {}
