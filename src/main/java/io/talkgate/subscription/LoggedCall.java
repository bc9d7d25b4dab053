package io.talkgate.subscription;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event that a subscriber is told, as the log shows it.
 *
 * @param id of the event: the calls' {@code webhook-id}
 * @param attempts calls made so far
 * @param answer what the last of them came to, such as {@code HTTP status 503}; null before the
 *     first
 * @param createdAt when it was queued
 * @param nextTryAt null if it is settled
 */
public record LoggedCall(
    UUID id,
    EventType type,
    CallStatus status,
    int attempts,
    @Nullable String answer,
    Instant createdAt,
    @Nullable Instant nextTryAt) {}
