package io.talkgate.consultation;

import java.util.UUID;

/** The agent a consultation is assigned to. */
public record Assignee(UUID id, String name) {}
