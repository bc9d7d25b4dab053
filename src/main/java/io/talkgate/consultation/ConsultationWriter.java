package io.talkgate.consultation;

import static io.talkgate.consultation.ChangeWriter.execute;
import static io.talkgate.platform.database.Columns.booleans;
import static io.talkgate.platform.database.Columns.integers;
import static io.talkgate.platform.database.Columns.longs;
import static io.talkgate.platform.database.Columns.texts;
import static io.talkgate.platform.database.Columns.times;
import static io.talkgate.platform.database.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;

/** Writes consultations with what happened to them. */
@Singleton
class ConsultationWriter {
  private static final String NEW_VALUES =
      """
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::boolean[], $8::uuid[],
        $9::text[], $10::integer[], $11::boolean[], $12::boolean[], $13::timestamptz[], $14::timestamptz[],
        $15::timestamptz[], $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::bigint[], $20::timestamptz[],
        $21::timestamptz[], $22::text[])
        as n (brand_id, id, link_id, customer_id, status, thread, customer_left, assignee_id, inflow,
        unread_count, answered_by_agent, answered_by_partner_center, opened_at, status_at, first_message_at,
        first_reply_at, last_activity_at, last_event_at, last_talktalk_message_id, held_until, closed_at, close_reason)
      """;

  private static final String NEW_CONSULTATIONS =
      """
      insert into consultations (brand_id, id, link_id, customer_id, status, thread, customer_left, assignee_id, inflow,
        unread_count, answered_by_agent, answered_by_partner_center, opened_at, status_at, first_message_at,
        first_reply_at, last_activity_at, last_event_at, last_talktalk_message_id, held_until, closed_at, close_reason)
      select brand_id, id, link_id, customer_id, status, thread, customer_left, assignee_id, inflow::jsonb,
        unread_count, answered_by_agent, answered_by_partner_center, opened_at, status_at, first_message_at,
        first_reply_at, last_activity_at, last_event_at, last_talktalk_message_id, held_until, closed_at, close_reason
      """
          + NEW_VALUES;

  private static final String CHANGED_CONSULTATIONS =
      """
      update consultations k set
        status = n.status, thread = n.thread, customer_left = n.customer_left, assignee_id = n.assignee_id,
        inflow = n.inflow::jsonb, unread_count = n.unread_count, answered_by_agent = n.answered_by_agent,
        answered_by_partner_center = n.answered_by_partner_center, status_at = n.status_at,
        first_message_at = n.first_message_at, first_reply_at = n.first_reply_at,
        last_activity_at = n.last_activity_at, last_event_at = n.last_event_at,
        last_talktalk_message_id = n.last_talktalk_message_id, held_until = n.held_until, closed_at = n.closed_at,
        close_reason = n.close_reason
      """
          + NEW_VALUES
          + " where k.brand_id = n.brand_id and k.id = n.id";

  /**
   * What one more message changes; most writes are that. The fewer arrays there are to be taken
   * apart, the faster.
   */
  private static final String ACTIVE_CONSULTATIONS =
      """
      update consultations k set
        unread_count = n.unread_count, last_activity_at = n.last_activity_at, last_event_at = n.last_event_at,
        last_talktalk_message_id = n.last_talktalk_message_id
      from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::timestamptz[], $5::timestamptz[], $6::bigint[])
        as n (brand_id, id, unread_count, last_activity_at, last_event_at, last_talktalk_message_id)
      where k.brand_id = n.brand_id and k.id = n.id
      """;

  private static final String HISTORY =
      """
      insert into consultation_history (brand_id, id, consultation_id, action, status, actor_id, actor_name,
        assignee_id, assignee_name, detail, created_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[],
        $8::uuid[], $9::text[], $10::text[], $11::timestamptz[])
      """;

  /** What was closed goes before what was opened: a customer has one that is open at most. */
  Uni<Void> write(SqlConnection connection, List<ConsultationDraft> drafts) {
    List<HistoryStep> history = drafts.stream().flatMap(draft -> draft.history().stream()).toList();
    return Uni.join()
        .all(
            active(connection, drafts.stream().filter(ConsultationDraft::isOnlyActive).toList()),
            rows(connection, CHANGED_CONSULTATIONS, drafts, ConsultationWriter::isChangedOtherwise),
            rows(connection, NEW_CONSULTATIONS, drafts, ConsultationDraft::isNew),
            history(connection, history))
        .andFailFast()
        .replaceWithVoid();
  }

  private static boolean isChangedOtherwise(ConsultationDraft draft) {
    return draft.isChanged() && !draft.isOnlyActive();
  }

  private static Uni<Void> active(SqlConnection connection, List<ConsultationDraft> drafts) {
    List<ConsultationRow> rows = drafts.stream().map(ConsultationDraft::row).toList();
    Tuple columns =
        Tuple.tuple()
            .addValue(uuids(rows, ConsultationRow::brandId))
            .addValue(uuids(rows, ConsultationRow::id))
            .addValue(integers(rows, ConsultationRow::unreadCount))
            .addValue(times(rows, ConsultationRow::lastActivityAt))
            .addValue(times(rows, ConsultationRow::lastEventAt))
            .addValue(longs(rows, ConsultationRow::lastTalktalkMessageId));
    return execute(connection, ACTIVE_CONSULTATIONS, rows, columns);
  }

  private static Uni<Void> rows(
      SqlConnection connection,
      String sql,
      List<ConsultationDraft> drafts,
      Predicate<ConsultationDraft> which) {
    List<ConsultationRow> rows = drafts.stream().filter(which).map(ConsultationDraft::row).toList();
    Tuple columns =
        Tuple.tuple()
            .addValue(uuids(rows, ConsultationRow::brandId))
            .addValue(uuids(rows, ConsultationRow::id))
            .addValue(uuids(rows, ConsultationRow::linkId))
            .addValue(uuids(rows, ConsultationRow::customerId))
            .addValue(texts(rows, ConsultationRow::status))
            .addValue(texts(rows, ConsultationRow::thread))
            .addValue(booleans(rows, ConsultationRow::customerLeft))
            .addValue(uuids(rows, ConsultationRow::assigneeId))
            .addValue(texts(rows, row -> row.inflow() == null ? null : Json.text(row.inflow())))
            .addValue(integers(rows, ConsultationRow::unreadCount))
            .addValue(booleans(rows, ConsultationRow::answeredByAgent))
            .addValue(booleans(rows, ConsultationRow::answeredByPartnerCenter))
            .addValue(times(rows, ConsultationRow::openedAt))
            .addValue(times(rows, ConsultationRow::statusAt))
            .addValue(times(rows, ConsultationRow::firstMessageAt))
            .addValue(times(rows, ConsultationRow::firstReplyAt))
            .addValue(times(rows, ConsultationRow::lastActivityAt))
            .addValue(times(rows, ConsultationRow::lastEventAt))
            .addValue(longs(rows, ConsultationRow::lastTalktalkMessageId))
            .addValue(times(rows, ConsultationRow::heldUntil))
            .addValue(times(rows, ConsultationRow::closedAt))
            .addValue(texts(rows, ConsultationRow::closeReason));
    return execute(connection, sql, rows, columns);
  }

  private static Uni<Void> history(SqlConnection connection, List<HistoryStep> rows) {
    Tuple columns =
        Tuple.tuple()
            .addValue(uuids(rows, HistoryStep::brandId))
            .addValue(uuids(rows, HistoryStep::id))
            .addValue(uuids(rows, HistoryStep::consultationId))
            .addValue(texts(rows, HistoryStep::action))
            .addValue(texts(rows, HistoryStep::status))
            .addValue(uuids(rows, row -> row.actor() == null ? null : row.actor().id()))
            .addValue(texts(rows, row -> row.actor() == null ? null : row.actor().name()))
            .addValue(uuids(rows, row -> row.assignee() == null ? null : row.assignee().id()))
            .addValue(texts(rows, row -> row.assignee() == null ? null : row.assignee().name()))
            .addValue(texts(rows, HistoryStep::detail))
            .addValue(times(rows, HistoryStep::at));
    return execute(connection, HISTORY, rows, columns);
  }
}
