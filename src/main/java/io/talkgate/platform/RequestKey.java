package io.talkgate.platform;

/**
 * The {@code Idempotency-Key} of a creating call.
 *
 * @param key as the caller sent it, at most 128 characters
 * @param requestHash SHA-256 over method, path and body: the same key with another request is
 *     refused
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the database, never by equals
public record RequestKey(String key, byte[] requestHash) {}
