package io.talkgate.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agent is there, and what the agent has.
 *
 * @param since since when; null if the agent has never been there
 * @param open consultations of the agent that are not closed
 * @param capacity how many there may be; null for as many as the link says
 */
public record AgentPresence(
    UUID memberId,
    String name,
    PresenceState state,
    @Nullable Instant since,
    int open,
    @Nullable Integer capacity) {}
