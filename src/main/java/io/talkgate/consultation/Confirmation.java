package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The echo of a message of ours came.
 *
 * @param talktalkMessageId NAVER's number in the chat room; null where the echo did not tell
 * @param at when the echo was received
 */
record Confirmation(UUID messageId, @Nullable Long talktalkMessageId, Instant at) {}
