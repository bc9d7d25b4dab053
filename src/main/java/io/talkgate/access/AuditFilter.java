package io.talkgate.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit are wanted; null is any.
 *
 * @param from not before this time
 * @param to before this time
 * @param actorId done by this member
 * @param actions one of these; empty is any
 * @param subjectId done to this thing
 */
public record AuditFilter(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID actorId,
    Set<AuditAction> actions,
    @Nullable UUID subjectId) {}
