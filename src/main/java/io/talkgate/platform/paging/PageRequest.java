package io.talkgate.platform.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items, 1 to 200
 * @param after the place after which to go on; null for the beginning
 */
public record PageRequest(int limit, @Nullable Cursor after) {}
