package io.talkgate.access;

import java.util.UUID;

/**
 * A tenant: everything else belongs to exactly one.
 *
 * @param name as its members see it
 */
public record Brand(UUID id, String name) {}
