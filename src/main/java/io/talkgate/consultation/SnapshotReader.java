package io.talkgate.consultation;

import static io.talkgate.consultation.Rows.optionalTime;
import static io.talkgate.consultation.Rows.time;

import io.talkgate.platform.sealing.Sealing;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows into the snapshots that callers get. */
@Singleton
class SnapshotReader {
  /** What {@link #customer} reads, of a table {@code customers c}. */
  static final String CUSTOMER_COLUMNS =
      """
      c.id as c_id, c.brand_id as c_brand_id, c.link_id as c_link_id, c.talktalk_user as c_user, c.nickname as c_nickname,
      c.cellphone as c_cellphone, c.address as c_address, c.friend as c_friend, c.under14 as c_under14,
      c.under19 as c_under19, c.blocked as c_blocked, c.grade as c_grade
      """;

  /** What {@link #message} reads, of a table {@code messages m}. */
  static final String MESSAGE_COLUMNS =
      """
      m.id as m_id, m.customer_id as m_customer_id, m.consultation_id as m_consultation_id, m.direction as m_direction,
      m.author_type as m_author_type, m.author_id as m_author_id, m.author_name as m_author_name,
      m.content::text as m_content, m.created_at as m_created_at, m.delivery_status as m_delivery_status,
      m.delivery_attempts as m_delivery_attempts, m.delivery_code as m_delivery_code, m.delivery_reason as m_delivery_reason,
      m.delivery_words as m_delivery_words
      """;

  /** Everything that {@link #consultation} reads; conditions and order follow. */
  static final String CONSULTATIONS =
      "select k.*, a.name as assignee_name, "
          + CUSTOMER_COLUMNS
          + ", "
          + MESSAGE_COLUMNS
          + """
          from consultations k
          join customers c on c.brand_id = k.brand_id and c.id = k.customer_id
          left join members a on a.id = k.assignee_id
          left join lateral (
            select * from messages x
            where x.brand_id = k.brand_id and x.consultation_id = k.id
            order by x.created_at desc, x.id desc limit 1) m on true
          """;

  private final Sealing sealing;

  SnapshotReader(Sealing sealing) {
    this.sealing = sealing;
  }

  Consultation consultation(Row row) {
    Object inflow = row.getValue("inflow");
    UUID assignee = row.getUUID("assignee_id");
    return new Consultation(
        row.getUUID("id"),
        row.getUUID("brand_id"),
        row.getUUID("link_id"),
        customer(row),
        ConsultationStatus.valueOf(row.getString("status")),
        ThreadHolder.valueOf(row.getString("thread")),
        row.getBoolean("customer_left"),
        assignee == null ? null : new Assignee(assignee, row.getString("assignee_name")),
        Json.inflow(inflow == null ? null : inflow.toString()),
        List.of(row.getArrayOfStrings("tags")),
        row.getString("category"),
        row.getInteger("unread_count"),
        row.getUUID("m_id") == null ? null : message(row),
        time(row, "opened_at"),
        optionalTime(row, "first_message_at"),
        optionalTime(row, "first_reply_at"),
        time(row, "last_activity_at"),
        optionalTime(row, "held_until"),
        optionalTime(row, "closed_at"),
        Rows.closeReason(row.getString("close_reason")),
        row.getBoolean("possibly_missing"),
        rating(row));
  }

  private static @Nullable Rating rating(Row row) {
    Short score = row.getShort("rating");
    return score == null
        ? null
        : new Rating(score, row.getString("rating_comment"), time(row, "rated_at"));
  }

  Customer customer(Row row) {
    UUID id = row.getUUID("c_id");
    UUID brandId = row.getUUID("c_brand_id");
    return new Customer(
        id,
        brandId,
        row.getUUID("c_link_id"),
        row.getString("c_user"),
        row.getString("c_nickname"),
        opened(row.getBuffer("c_cellphone"), brandId, id, "cellphone", text -> text),
        opened(row.getBuffer("c_address"), brandId, id, "address", Json::address),
        row.getBoolean("c_friend"),
        row.getBoolean("c_under14"),
        row.getBoolean("c_under19"),
        row.getBoolean("c_blocked"),
        grade(row.getString("c_grade")));
  }

  private static @Nullable Grade grade(@Nullable String name) {
    return name == null ? null : Grade.valueOf(name);
  }

  Message message(Row row) {
    return new Message(
        row.getUUID("m_id"),
        row.getUUID("m_customer_id"),
        row.getUUID("m_consultation_id"),
        Direction.valueOf(row.getString("m_direction")),
        new Author(
            AuthorType.valueOf(row.getString("m_author_type")),
            row.getUUID("m_author_id"),
            row.getString("m_author_name")),
        Json.content(row.getString("m_content")),
        time(row, "m_created_at"),
        delivery(row));
  }

  private static @Nullable Delivery delivery(Row row) {
    String status = row.getString("m_delivery_status");
    String reason = row.getString("m_delivery_reason");
    return status == null
        ? null
        : new Delivery(
            DeliveryStatus.valueOf(status),
            row.getInteger("m_delivery_attempts"),
            row.getString("m_delivery_code"),
            reason == null ? null : DeliveryReason.valueOf(reason),
            row.getString("m_delivery_words"));
  }

  private <T> @Nullable T opened(
      @Nullable Buffer sealed,
      UUID brandId,
      UUID customerId,
      String field,
      Function<String, T> read) {
    if (sealed == null) {
      return null;
    }
    return read.apply(
        sealing.openText(sealed.getBytes(), ProfileWriter.owner(brandId, customerId, field)));
  }
}
