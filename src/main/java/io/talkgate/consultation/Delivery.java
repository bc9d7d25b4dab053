package io.talkgate.consultation;

import org.jspecify.annotations.Nullable;

/**
 * The delivery of an outbound message.
 *
 * @param attempts how often it was handed to NAVER
 * @param resultCode NAVER's last result code (protocol §3); null if none came
 * @param reason NAVER's words, or why no answer came; null where all is well
 */
public record Delivery(
    DeliveryStatus status, int attempts, @Nullable String resultCode, @Nullable String reason) {}
