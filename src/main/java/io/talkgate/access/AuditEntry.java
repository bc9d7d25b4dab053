package io.talkgate.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done, when, by whom and from where.
 *
 * @param actor who did it, with the name and the role of that time
 * @param address the network address it was done from; null if it was not told
 */
public record AuditEntry(UUID id, Instant at, Caller actor, @Nullable String address, Deed deed) {}
