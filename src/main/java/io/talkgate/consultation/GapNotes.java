package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.talkgate.talktalk.SystemContent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The notes about gaps on a customer's timeline, each between the two messages whose numbers leap,
 * and the consultations' {@code possibly_missing}, which is true as long as one has such a note.
 * All of it under the customer's lock.
 */
final class GapNotes {
  /** The stable name of a note. */
  private static final String EVENT = "MESSAGES_POSSIBLY_MISSING";

  private static final String LINES =
      """
      select id, consultation_id, talktalk_message_id, created_at, greatest(created_at, delivery_at) as until,
        greatest(0, case when delivery_status is null then 1 else delivery_attempts end
          - case when talktalk_message_id is null then 0 else 1 end) as untold
      from messages
      where brand_id = $1 and customer_id = $2
      order by created_at desc
      limit 200
      """;

  private static final String REMOVE =
      "delete from messages where brand_id = $1 and id = any($2) returning consultation_id";

  private static final String MARK =
      """
      update consultations k
      set possibly_missing = exists (
        select 1 from messages m
        where m.brand_id = k.brand_id and m.consultation_id = k.id and m.author_type = 'SYSTEM'
          and m.content ->> 'event' = '%s')
      where k.brand_id = $1 and k.id = any($2)
      """
          .formatted(EVENT);

  private final SqlConnection connection;
  private final CustomerRow customer;

  GapNotes(SqlConnection connection, CustomerRow customer) {
    this.connection = connection;
    this.customer = customer;
  }

  /**
   * Adds and removes notes as the numbers say now.
   *
   * @param since gaps before earlier messages were looked at before, with what was known then
   */
  Uni<Void> update(Instant since) {
    return connection
        .preparedQuery(LINES)
        .execute(Tuple.of(customer.brandId(), customer.id()))
        .map(rows -> new NumberGaps(customer.id(), Columns.list(rows, RoomLine::of)))
        .chain(gaps -> add(gaps, since).chain(() -> remove(gaps.outdatedNotes())));
  }

  private Uni<Void> add(NumberGaps gaps, Instant since) {
    List<NewMessage> notes =
        gaps.unnoted().stream()
            .filter(gap -> !gap.after().at().isBefore(since))
            .map(this::note)
            .toList();
    return notes.isEmpty()
        ? Uni.createFrom().voidItem()
        : EchoHearing.of(connection, customer.brandId(), customer.linkId())
            .chain(hears -> hears ? add(notes) : Uni.createFrom().voidItem());
  }

  private Uni<Void> add(List<NewMessage> notes) {
    return ChangeWriter.messages(connection, notes)
        .chain(() -> mark(Columns.uuids(notes, NewMessage::consultationId)));
  }

  private Uni<Void> remove(List<UUID> notes) {
    return notes.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(REMOVE)
            .execute(Tuple.of(customer.brandId(), notes.toArray(UUID[]::new)))
            .map(rows -> Columns.list(rows, row -> row.getUUID("consultation_id")))
            .chain(consultations -> mark(Columns.uuids(consultations, id -> id)));
  }

  private Uni<Void> mark(@Nullable UUID[] consultations) {
    return connection
        .preparedQuery(MARK)
        .execute(Tuple.of(customer.brandId(), consultations))
        .replaceWithVoid();
  }

  private NewMessage note(NumberGaps.Gap gap) {
    UUID consultation = gap.after().consultationId();
    return new NewMessage(
        gap.noteId(),
        customer.brandId(),
        customer.id(),
        consultation == null ? gap.before().consultationId() : consultation,
        Direction.OUTBOUND,
        Author.SYSTEM,
        new SystemContent(EVENT, null),
        null,
        gap.after().at().minus(1, ChronoUnit.MICROS));
  }
}
