package io.talkgate.consultation;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message on a customer's timeline says about NAVER's numbering of the chat room.
 *
 * @param number NAVER's number of it; null where none was told
 * @param untold how many numbers it may have taken of which nobody told us: one if it has none, and
 *     each repeated try of a message of ours
 * @param at when it was received or written
 * @param until when it was last heard of; the same unless we sent it
 */
record RoomLine(
    UUID id,
    @Nullable UUID consultationId,
    @Nullable Long number,
    int untold,
    Instant at,
    Instant until) {
  /** What NAVER numbers at one time reaches us at times that differ by no more. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  static RoomLine of(Row row) {
    return new RoomLine(
        row.getUUID("id"),
        row.getUUID("consultation_id"),
        row.getLong("talktalk_message_id"),
        row.getInteger("untold"),
        Rows.time(row, "created_at"),
        Rows.time(row, "until"));
  }

  /** NAVER's number of one that has it. */
  long place() {
    return Objects.requireNonNull(number, "it was asked for lines with numbers only");
  }

  /** Whether it was received after the other, as far as one can tell. */
  boolean isAfter(RoomLine other) {
    return !at.isBefore(other.at.minus(SLACK));
  }

  boolean isAround(Instant from, Instant to) {
    return !until.isBefore(from.minus(SLACK)) && !at.isAfter(to.plus(SLACK));
  }
}
