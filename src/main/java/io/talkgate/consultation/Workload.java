package io.talkgate.consultation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much a brand has to do at the moment.
 *
 * @param counts consultations by state; of the closed ones those of the last 24 hours
 * @param waitingSince since when the one that has waited longest waits; null if none waits
 * @param inProgress how many each agent has IN_PROGRESS, by the member's id; agents without any are
 *     missing
 */
public record Workload(
    Map<ConsultationStatus, Integer> counts,
    @Nullable Instant waitingSince,
    Map<UUID, Integer> inProgress) {}
