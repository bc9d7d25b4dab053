package io.talkgate.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * An identifier and the moment it was made.
 *
 * @param id a UUIDv7, ascending on one replica
 * @param at in whole microseconds, as PostgreSQL keeps it; strictly ascending on one replica
 */
public record Stamp(UUID id, Instant at) {}
