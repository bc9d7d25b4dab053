package io.talkgate.consultation;

import java.time.Duration;

/**
 * How much waits in one state of delivery.
 *
 * @param state {@code queued}, {@code sending} or {@code unknown} (held for its echo)
 * @param oldest how long the oldest has been waiting
 */
public record QueueSize(String state, int messages, Duration oldest) {}
