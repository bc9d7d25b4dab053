package io.talkgate.consultation;

import static io.talkgate.platform.database.Columns.booleans;
import static io.talkgate.platform.database.Columns.longs;
import static io.talkgate.platform.database.Columns.texts;
import static io.talkgate.platform.database.Columns.times;
import static io.talkgate.platform.database.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the state machines decided: one statement a table, however many customers there are.
 */
@Singleton
class ChangeWriter {
  private static final String CUSTOMERS =
      """
      update customers c set friend = n.friend, under14 = n.under14, under19 = n.under19, last_event_at = n.last_event_at,
        last_talktalk_message_id = n.number
      from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::boolean[], $5::boolean[], $6::timestamptz[], $7::bigint[])
        as n (brand_id, id, friend, under14, under19, last_event_at, number)
      where c.brand_id = n.brand_id and c.id = n.id
      """;

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

  /**
   * What is searched of a text, in characters: as many as NAVER allows in ours (protocol §3). The
   * content has all of them.
   */
  private static final int SEARCHED = 10_000;

  private final ProfileWriter profiles;
  private final ConsultationWriter consultations;
  private final ConfirmationWriter confirmations;

  ChangeWriter(
      ConsultationWriter consultations, ProfileWriter profiles, ConfirmationWriter confirmations) {
    this.consultations = consultations;
    this.profiles = profiles;
    this.confirmations = confirmations;
  }

  /** Writes everything decided in these scenes; all of it goes out at once. */
  Uni<Void> write(SqlConnection connection, List<Scene> scenes) {
    List<ConsultationDraft> drafts =
        scenes.stream().flatMap(scene -> scene.consultations().stream()).toList();
    List<NewMessage> messages =
        scenes.stream().flatMap(scene -> scene.messages().stream()).toList();
    return Uni.join()
        .all(
            customers(connection, scenes),
            consultations.write(connection, drafts),
            messages(connection, messages),
            confirmations.write(connection, scenes),
            GapChecks.ask(connection, scenes),
            RatingWriter.write(connection, scenes),
            profiles.write(connection, scenes))
        .andFailFast()
        .replaceWithVoid();
  }

  private static Uni<Void> customers(SqlConnection connection, List<Scene> scenes) {
    List<CustomerRow> rows =
        scenes.stream().filter(Scene::isCustomerWritten).map(Scene::customer).toList();
    Tuple columns =
        Tuple.tuple()
            .addValue(uuids(rows, CustomerRow::brandId))
            .addValue(uuids(rows, CustomerRow::id))
            .addValue(booleans(rows, CustomerRow::friend))
            .addValue(booleans(rows, CustomerRow::under14))
            .addValue(booleans(rows, CustomerRow::under19))
            .addValue(times(rows, CustomerRow::lastEventAt))
            .addValue(longs(rows, CustomerRow::lastTalktalkMessageId));
    return execute(connection, CUSTOMERS, rows, columns);
  }

  /** Writes messages that are new; under the locks of their customers. */
  static Uni<Void> messages(SqlConnection connection, List<NewMessage> rows) {
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

  /** Nothing to write costs nothing. */
  static Uni<Void> execute(SqlConnection connection, String sql, List<?> rows, Tuple columns) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(sql).execute(columns).replaceWithVoid();
  }
}
