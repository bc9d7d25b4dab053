package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent who is online.
 *
 * @param open how many consultations that are not closed the agent has
 * @param capacity how many the agent may have; null for as many as the link says
 * @param lastAssignedAt when the agent got one automatically; null for never
 */
public record AvailableAgent(
    UUID id, String name, int open, @Nullable Integer capacity, @Nullable Instant lastAssignedAt) {}
