package io.talkgate.consultation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which consultations a list holds; null or empty leaves a condition out.
 *
 * @param statuses any of these states
 * @param tag has this tag
 * @param text stands in a message or in the customer's nickname, regardless of case
 * @param from last activity at or after
 * @param to last activity before
 * @param replyDelayed only those whose customers have waited for an answer longer than their link
 *     says
 */
public record ConsultationFilter(
    @Nullable UUID linkId,
    Set<ConsultationStatus> statuses,
    @Nullable AssigneeFilter assignee,
    @Nullable String tag,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean replyDelayed) {}
