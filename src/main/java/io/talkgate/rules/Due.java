package io.talkgate.rules;

import io.talkgate.link.RuledLink;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation of which an occasion may be due.
 *
 * @param key which of its kind the occasion is
 * @param since the time on which it stands: of the last word, the end, the assignment
 * @param counselor the assignee's name; null if it has none
 * @param queue its place among those that wait, from 1; 0 where nobody asked
 */
record Due(
    RuledLink link,
    UUID consultationId,
    String key,
    Instant since,
    @Nullable String counselor,
    long queue) {}
