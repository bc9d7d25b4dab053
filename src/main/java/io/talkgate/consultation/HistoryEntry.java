package io.talkgate.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step in a consultation's life.
 *
 * @param status the state it led to
 * @param actor the agent who did it; null if an event or a timer did
 * @param assignee whom it was assigned to by this step; null if it assigned nobody
 * @param detail close reason, the note of a transfer, the time of a hold; null if there is none
 */
public record HistoryEntry(
    UUID id,
    HistoryAction action,
    ConsultationStatus status,
    @Nullable Assignee actor,
    @Nullable Assignee assignee,
    @Nullable String detail,
    Instant createdAt) {

  /** The same with its detail shown otherwise. */
  HistoryEntry withDetail(String other) {
    return new HistoryEntry(id, action, status, actor, assignee, other, createdAt);
  }
}
