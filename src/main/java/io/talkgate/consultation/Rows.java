package io.talkgate.consultation;

import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads rows into what the state machines work on. */
final class Rows {
  /** The columns of {@link #customer}; by name, so that a migration may add others meanwhile. */
  static final String CUSTOMER =
      "id, brand_id, link_id, talktalk_user, friend, under14, under19, blocked, last_event_at,"
          + " last_talktalk_message_id";

  /** The columns of {@link #consultation}. */
  static final String CONSULTATION =
      """
      id, brand_id, link_id, customer_id, status, thread, customer_left, assignee_id, inflow, unread_count,
        answered_by_agent, answered_by_partner_center, opened_at, status_at, first_message_at, first_reply_at,
        last_activity_at, last_event_at, last_talktalk_message_id, held_until, closed_at, close_reason, comment_until""";

  private Rows() {}

  static LinkStanding linkStanding(Row row) {
    return new LinkStanding(
        row.getUUID("id"),
        "APPROVED".equals(row.getString("status")),
        Duration.ofSeconds(row.getLong("reopen_seconds")));
  }

  static CustomerRow customer(Row row) {
    return new CustomerRow(
        row.getUUID("id"),
        row.getUUID("brand_id"),
        row.getUUID("link_id"),
        row.getString("talktalk_user"),
        row.getBoolean("friend"),
        row.getBoolean("under14"),
        row.getBoolean("under19"),
        row.getBoolean("blocked"),
        time(row, "last_event_at"),
        row.getLong("last_talktalk_message_id"));
  }

  static ConsultationRow consultation(Row row) {
    Object inflow = row.getValue("inflow");
    return new ConsultationRow(
        row.getUUID("id"),
        row.getUUID("brand_id"),
        row.getUUID("link_id"),
        row.getUUID("customer_id"),
        ConsultationStatus.valueOf(row.getString("status")),
        ThreadHolder.valueOf(row.getString("thread")),
        row.getBoolean("customer_left"),
        row.getUUID("assignee_id"),
        Json.inflow(inflow == null ? null : inflow.toString()),
        row.getInteger("unread_count"),
        row.getBoolean("answered_by_agent"),
        row.getBoolean("answered_by_partner_center"),
        time(row, "opened_at"),
        time(row, "status_at"),
        optionalTime(row, "first_message_at"),
        optionalTime(row, "first_reply_at"),
        time(row, "last_activity_at"),
        optionalTime(row, "last_event_at"),
        row.getLong("last_talktalk_message_id"),
        optionalTime(row, "held_until"),
        optionalTime(row, "closed_at"),
        closeReason(row.getString("close_reason")),
        optionalTime(row, "comment_until"));
  }

  static Instant time(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static @Nullable Instant optionalTime(Row row, String column) {
    return Columns.instant(row.getOffsetDateTime(column));
  }

  static @Nullable CloseReason closeReason(@Nullable String name) {
    return name == null ? null : CloseReason.valueOf(name);
  }
}
