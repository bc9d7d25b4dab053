package io.talkgate.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 내부 메모: what agents tell each other; customers never see it.
 *
 * @param mentions the members whom it is meant for
 */
public record Note(
    UUID id,
    UUID consultationId,
    @Nullable UUID authorId,
    String authorName,
    String text,
    List<UUID> mentions,
    Instant createdAt) {}
