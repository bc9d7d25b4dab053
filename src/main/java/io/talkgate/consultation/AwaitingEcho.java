package io.talkgate.consultation;

import io.talkgate.talktalk.Content;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours that an echo may be about.
 *
 * @param status CONFIRMED ones are kept because echoes are repeated, FAILED ones because NAVER may
 *     have sent them all the same
 * @param statusAt since when
 * @param createdAt no echo is older
 * @param talktalkMessageId NAVER's number in the chat room, as an echo told it; null before
 */
record AwaitingEcho(
    UUID messageId,
    Content content,
    DeliveryStatus status,
    Instant statusAt,
    Instant createdAt,
    @Nullable Long talktalkMessageId) {
  /** An echo that comes again does so soon. */
  private static final Duration REPEATED_WITHIN = Duration.ofMinutes(5);

  /** By so much the clocks of two replicas may differ. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  static AwaitingEcho of(Row row) {
    return new AwaitingEcho(
        row.getUUID("id"),
        Json.content(row.getString("content")),
        DeliveryStatus.valueOf(row.getString("delivery_status")),
        Rows.time(row, "delivery_at"),
        Rows.time(row, "created_at"),
        row.getLong("talktalk_message_id"));
  }

  AwaitingEcho confirmed(@Nullable Long number, Instant at) {
    return new AwaitingEcho(messageId, content, DeliveryStatus.CONFIRMED, at, createdAt, number);
  }

  /** Whether it was there at all when the echo was received: echoes may be applied much later. */
  boolean isBefore(Instant echoAt) {
    return createdAt.isBefore(echoAt.plus(SKEW));
  }

  /** Whether it is not known yet what became of it. */
  boolean isOpen() {
    return status != DeliveryStatus.CONFIRMED && status != DeliveryStatus.FAILED;
  }

  boolean isFailed() {
    return status == DeliveryStatus.FAILED;
  }

  boolean isConfirmedShortlyBefore(Instant echoAt) {
    return status == DeliveryStatus.CONFIRMED
        && Duration.between(statusAt, echoAt).abs().compareTo(REPEATED_WITHIN) <= 0;
  }
}
