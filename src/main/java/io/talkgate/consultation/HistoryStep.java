package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line to be written into a consultation's history. */
record HistoryStep(
    UUID id,
    UUID brandId,
    UUID consultationId,
    HistoryAction action,
    ConsultationStatus status,
    @Nullable Actor actor,
    @Nullable Actor assignee,
    @Nullable String detail,
    Instant at) {}
