package io.talkgate.consultation;

import org.jspecify.annotations.Nullable;

/**
 * The delivery of an outbound message.
 *
 * @param attempts how often it was handed to NAVER
 * @param resultCode NAVER's last result code (protocol §3); null if none came
 * @param reason why it went no further, or goes on only later; null where all is well
 * @param words NAVER's own words, or what became of the connection; null if there are none
 */
public record Delivery(
    DeliveryStatus status,
    int attempts,
    @Nullable String resultCode,
    @Nullable DeliveryReason reason,
    @Nullable String words) {}
