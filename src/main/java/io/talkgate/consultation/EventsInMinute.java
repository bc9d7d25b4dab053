package io.talkgate.consultation;

import java.time.Instant;

/**
 * How many events came in one minute.
 *
 * @param at when it began
 */
public record EventsInMinute(Instant at, int events) {}
