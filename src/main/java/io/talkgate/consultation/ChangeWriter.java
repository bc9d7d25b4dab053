package io.talkgate.consultation;

import static io.talkgate.platform.database.Columns.booleans;
import static io.talkgate.platform.database.Columns.integers;
import static io.talkgate.platform.database.Columns.longs;
import static io.talkgate.platform.database.Columns.texts;
import static io.talkgate.platform.database.Columns.times;
import static io.talkgate.platform.database.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the state machines decided: one statement a table, however many customers there are.
 */
@ApplicationScoped
class ChangeWriter {
  private static final String CUSTOMERS =
      """
      update customers c set friend = n.friend, under14 = n.under14, under19 = n.under19, last_event_at = n.last_event_at
      from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::boolean[], $5::boolean[], $6::timestamptz[])
        as n (brand_id, id, friend, under14, under19, last_event_at)
      where c.brand_id = n.brand_id and c.id = n.id
      """;

  private static final String NEW_VALUES =
      """
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::boolean[], $8::uuid[],
        $9::text[], $10::integer[], $11::boolean[], $12::boolean[], $13::timestamptz[], $14::timestamptz[],
        $15::timestamptz[], $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::timestamptz[], $20::text[])
        as n (brand_id, id, link_id, customer_id, status, thread, customer_left, assignee_id, inflow,
        unread_count, answered_by_agent, answered_by_partner_center, opened_at, status_at, first_message_at,
        first_reply_at, last_activity_at, held_until, closed_at, close_reason)
      """;

  private static final String NEW_CONSULTATIONS =
      """
      insert into consultations (brand_id, id, link_id, customer_id, status, thread, customer_left, assignee_id, inflow,
        unread_count, answered_by_agent, answered_by_partner_center, opened_at, status_at, first_message_at,
        first_reply_at, last_activity_at, held_until, closed_at, close_reason)
      select brand_id, id, link_id, customer_id, status, thread, customer_left, assignee_id, inflow::jsonb,
        unread_count, answered_by_agent, answered_by_partner_center, opened_at, status_at, first_message_at,
        first_reply_at, last_activity_at, held_until, closed_at, close_reason
      """
          + NEW_VALUES;

  private static final String CHANGED_CONSULTATIONS =
      """
      update consultations k set
        status = n.status, thread = n.thread, customer_left = n.customer_left, assignee_id = n.assignee_id,
        inflow = n.inflow::jsonb, unread_count = n.unread_count, answered_by_agent = n.answered_by_agent,
        answered_by_partner_center = n.answered_by_partner_center, status_at = n.status_at,
        first_message_at = n.first_message_at, first_reply_at = n.first_reply_at,
        last_activity_at = n.last_activity_at, held_until = n.held_until, closed_at = n.closed_at,
        close_reason = n.close_reason
      """
          + NEW_VALUES
          + " where k.brand_id = n.brand_id and k.id = n.id";

  /** Under the customer's lock, of events that are new: there is no conflict to look for. */
  private static final String MESSAGES =
      """
      insert into messages (brand_id, id, customer_id, consultation_id, direction, author_type, author_id, author_name,
        content, search_text, talktalk_message_id, created_at)
      select brand_id, id, customer_id, consultation_id, direction, author_type, author_id, author_name,
        convert_from(content, 'UTF8')::jsonb, search_text, talktalk_message_id, created_at
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::text[],
        $9::bytea[], $10::text[], $11::bigint[], $12::timestamptz[])
        as n (brand_id, id, customer_id, consultation_id, direction, author_type, author_id, author_name,
        content, search_text, talktalk_message_id, created_at)
      """;

  private static final String HISTORY =
      """
      insert into consultation_history (brand_id, id, consultation_id, action, status, actor_id, actor_name,
        assignee_id, assignee_name, detail, created_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[],
        $8::uuid[], $9::text[], $10::text[], $11::timestamptz[])
      """;

  /**
   * What is searched of a text, in characters: as many as NAVER allows in ours (protocol §3). The
   * content has all of them.
   */
  private static final int SEARCHED = 10_000;

  private final ProfileWriter profiles;
  private final ConfirmationWriter confirmations;

  ChangeWriter(ProfileWriter profiles, ConfirmationWriter confirmations) {
    this.profiles = profiles;
    this.confirmations = confirmations;
  }

  /** Writes everything decided in these scenes; all of it goes out at once. */
  Uni<Void> write(SqlConnection connection, List<Scene> scenes) {
    List<ConsultationDraft> consultations =
        scenes.stream().flatMap(scene -> scene.consultations().stream()).toList();
    List<NewMessage> messages =
        scenes.stream().flatMap(scene -> scene.messages().stream()).toList();
    return Uni.join()
        .all(
            customers(connection, scenes.stream().map(Scene::customer).toList()),
            consultations(connection, consultations),
            messages(connection, messages),
            confirmations.write(connection, scenes),
            profiles.write(connection, scenes))
        .andFailFast()
        .replaceWithVoid();
  }

  /**
   * Writes consultations with what happened to them; what was closed before what was opened, since
   * a customer has one that is open at most.
   */
  Uni<Void> consultations(SqlConnection connection, List<ConsultationDraft> drafts) {
    List<HistoryStep> history = drafts.stream().flatMap(draft -> draft.history().stream()).toList();
    return Uni.join()
        .all(
            rows(connection, CHANGED_CONSULTATIONS, drafts, ConsultationDraft::isChanged),
            rows(connection, NEW_CONSULTATIONS, drafts, ConsultationDraft::isNew),
            history(connection, history))
        .andFailFast()
        .replaceWithVoid();
  }

  private static Uni<Void> customers(SqlConnection connection, List<CustomerRow> rows) {
    Tuple columns =
        Tuple.tuple()
            .addValue(uuids(rows, CustomerRow::brandId))
            .addValue(uuids(rows, CustomerRow::id))
            .addValue(booleans(rows, CustomerRow::friend))
            .addValue(booleans(rows, CustomerRow::under14))
            .addValue(booleans(rows, CustomerRow::under19))
            .addValue(times(rows, CustomerRow::lastEventAt));
    return execute(connection, CUSTOMERS, rows, columns);
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
            .addValue(times(rows, ConsultationRow::heldUntil))
            .addValue(times(rows, ConsultationRow::closedAt))
            .addValue(texts(rows, ConsultationRow::closeReason));
    return execute(connection, sql, rows, columns);
  }

  private static Uni<Void> messages(SqlConnection connection, List<NewMessage> rows) {
    long bytes = rows.stream().mapToLong(row -> length(row.content().text())).sum();
    return LargeWork.of(bytes, () -> columns(rows))
        .chain(columns -> execute(connection, MESSAGES, rows, columns));
  }

  private static Tuple columns(List<NewMessage> rows) {
    return Tuple.tuple()
        .addValue(uuids(rows, NewMessage::brandId))
        .addValue(uuids(rows, NewMessage::id))
        .addValue(uuids(rows, NewMessage::customerId))
        .addValue(uuids(rows, NewMessage::consultationId))
        .addValue(texts(rows, NewMessage::direction))
        .addValue(texts(rows, row -> row.author().type()))
        .addValue(uuids(rows, row -> row.author().id()))
        .addValue(texts(rows, row -> row.author().name()))
        .addValue(rows.stream().map(row -> Json.bytes(row.content())).toArray(Buffer[]::new))
        .addValue(texts(rows, row -> searchable(row.content().text())))
        .addValue(longs(rows, NewMessage::talktalkMessageId))
        .addValue(times(rows, NewMessage::at));
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** Whole characters: half of one cannot be stored. */
  private static @Nullable String searchable(@Nullable String text) {
    return text == null
            || text.length() <= SEARCHED
            || text.codePointCount(0, text.length()) <= SEARCHED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SEARCHED));
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

  private static Uni<Void> execute(
      SqlConnection connection, String sql, List<?> rows, Tuple columns) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(sql).execute(columns).replaceWithVoid();
  }
}
