package io.talkgate.consultation;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events a list holds.
 *
 * @param linkId of this link; null for all of the brand
 * @param states any of these
 */
public record EventFilter(@Nullable UUID linkId, Set<EventState> states) {}
