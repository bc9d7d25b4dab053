package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.RequestKeys;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.ValueRule;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What agents attach to a consultation without moving it: notes, tags, its category. Scoped by the
 * caller's brand.
 */
@Singleton
public class Notes {
  private static final String ADD =
      """
      insert into notes (brand_id, id, consultation_id, author_id, author_name, body, created_at, mentions)
      select $1, $2, k.id, $4, $5, $6, $7, $8 from consultations k where k.brand_id = $1 and k.id = $3
      returning id, consultation_id, author_id, author_name, body, mentions, created_at
      """;
  private static final String GET =
      "select id, consultation_id, author_id, author_name, body, mentions, created_at from notes where brand_id = $1 and id = $2";
  private static final String STRANGERS =
      """
      select u.place from unnest($2::uuid[]) with ordinality as u (id, place)
      where not exists (select from members m where m.brand_id = $1 and m.id = u.id) order by u.place limit 1
      """;
  private static final String MENTIONING =
      """
      select id, consultation_id, author_id, author_name, body, mentions, created_at from notes
      where brand_id = $1 and mentions @> array[$2::uuid] and mentions <> '{}'
        and ($3::timestamptz is null or (created_at, id) < ($3, $4))
      order by created_at desc, id desc limit $5
      """;
  private static final String SET_TAGS =
      "update consultations set tags = $3 where brand_id = $1 and id = $2";
  private static final String SET_CATEGORY =
      "update consultations set category = $3 where brand_id = $1 and id = $2";

  private final BrandTransactions brands;
  private final RequestKeys keys;
  private final ConsultationReads reads;
  private final Stamps stamps;

  Notes(BrandTransactions brands, RequestKeys keys, ConsultationReads reads, Stamps stamps) {
    this.brands = brands;
    this.keys = keys;
    this.reads = reads;
    this.stamps = stamps;
  }

  /**
   * Adds an internal note; NOT_FOUND for a consultation the brand does not have.
   *
   * @param mentions members of the brand whom it is meant for, else VALIDATION
   */
  public Uni<Result<Note>> add(
      Caller caller,
      UUID consultationId,
      String text,
      List<UUID> mentions,
      @Nullable RequestKey key) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                stranger(connection, caller, mentions)
                    .chain(
                        place ->
                            place.isPresent()
                                ? Uni.createFrom().item(Result.refused(place.get()))
                                : add(connection, caller, consultationId, text, mentions, key)));
  }

  private Uni<Result<Note>> add(
      SqlConnection connection,
      Caller caller,
      UUID consultationId,
      String text,
      List<UUID> mentions,
      @Nullable RequestKey key) {
    return keys.claim(connection, caller, key, stamps.id())
        .chain(
            claim ->
                claim.fold(
                    id -> insert(connection, caller, consultationId, id, text, mentions),
                    id -> get(connection, caller, id),
                    () -> Uni.createFrom().item(Result.refused(ErrorCode.IDEMPOTENCY_KEY_REUSED))));
  }

  private static Uni<Optional<Refusal>> stranger(
      SqlConnection connection, Caller caller, List<UUID> mentions) {
    return mentions.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : connection
            .preparedQuery(STRANGERS)
            .execute(Tuple.of(caller.brand(), mentions.toArray(UUID[]::new)))
            .map(rows -> Columns.list(rows, row -> row.getLong(0)).stream().findFirst())
            .map(place -> place.map(Notes::noMember));
  }

  private static Refusal noMember(long place) {
    return Refusal.invalid("mentions[" + (place - 1) + "]", ValueRule.MEMBER_OF_BRAND);
  }

  /** The notes that mention the caller, newest first. */
  public Uni<Page<Note>> mentioning(Caller caller, PageRequest page) {
    Cursor before = page.after();
    Tuple values =
        Tuple.of(
            caller.brand(),
            caller.memberId(),
            before == null ? null : Columns.time(before.at()),
            before == null ? null : before.id(),
            page.limit() + 1);
    return brands
        .of(caller)
        .run(connection -> connection.preparedQuery(MENTIONING).execute(values))
        .map(rows -> Columns.list(rows, ConsultationReads::note))
        .map(
            notes -> Page.of(notes, page.limit(), note -> new Cursor(note.createdAt(), note.id())));
  }

  /** Replaces the consultation's tags; NOT_FOUND for a consultation the brand does not have. */
  public Uni<Result<Consultation>> setTags(Caller caller, UUID consultationId, List<String> tags) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                connection
                    .preparedQuery(SET_TAGS)
                    .execute(Tuple.of(caller.brand(), consultationId, tags.toArray(String[]::new)))
                    .chain(() -> reads.get(connection, caller.brand(), consultationId)));
  }

  /** Adds a note in the connection's transaction unless it is null. */
  Uni<Void> addIfAny(
      SqlConnection connection, Caller caller, UUID consultationId, @Nullable String text) {
    return text == null
        ? Uni.createFrom().voidItem()
        : insert(connection, caller, consultationId, stamps.id(), text, List.of())
            .replaceWithVoid();
  }

  /** Sets the category in the connection's transaction unless it is null. */
  Uni<Void> setCategoryIfAny(
      SqlConnection connection, Caller caller, UUID consultationId, @Nullable String category) {
    return category == null
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(SET_CATEGORY)
            .execute(Tuple.of(caller.brand(), consultationId, category))
            .replaceWithVoid();
  }

  private Uni<Result<Note>> insert(
      SqlConnection connection,
      Caller caller,
      UUID consultationId,
      UUID id,
      String text,
      List<UUID> mentions) {
    Tuple values =
        Tuple.tuple()
            .addValue(caller.brand())
            .addValue(id)
            .addValue(consultationId)
            .addValue(caller.memberId())
            .addValue(caller.name())
            .addValue(text)
            .addValue(Columns.time(stamps.next().at()))
            .addValue(mentions.toArray(UUID[]::new));
    return connection
        .preparedQuery(ADD)
        .execute(values)
        .map(rows -> ConsultationReads.only(rows, ConsultationReads::note));
  }

  private static Uni<Result<Note>> get(SqlConnection connection, Caller caller, UUID id) {
    return connection
        .preparedQuery(GET)
        .execute(Tuple.of(caller.brand(), id))
        .map(rows -> ConsultationReads.only(rows, ConsultationReads::note));
  }
}
