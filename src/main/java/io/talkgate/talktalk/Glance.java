package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of a body without having it in memory.
 *
 * @param eventName NAVER's name of the event; null if it could not be told
 * @param user the customer; null if it names none in the usual form, or is no JSON
 */
public record Glance(@Nullable String eventName, @Nullable String user) {}
