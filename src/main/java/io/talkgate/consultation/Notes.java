package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.RequestKeys;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What agents attach to a consultation without moving it: notes, tags, its category. Scoped by the
 * caller's brand.
 */
@ApplicationScoped
public class Notes {
  private static final String ADD =
      """
      insert into notes (brand_id, id, consultation_id, author_id, author_name, body, created_at)
      select $1, $2, k.id, $4, $5, $6, $7 from consultations k where k.brand_id = $1 and k.id = $3
      returning id, consultation_id, author_id, author_name, body, created_at
      """;
  private static final String GET =
      "select id, consultation_id, author_id, author_name, body, created_at from notes where brand_id = $1 and id = $2";
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

  /** Adds an internal note; NOT_FOUND for a consultation the brand does not have. */
  public Uni<Result<Note>> add(
      Caller caller, UUID consultationId, String text, @Nullable RequestKey key) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                keys.claim(connection, caller, key, stamps.id())
                    .chain(
                        claim ->
                            claim.fold(
                                id -> insert(connection, caller, consultationId, id, text),
                                id -> get(connection, caller, id),
                                () ->
                                    Uni.createFrom()
                                        .item(Result.refused(ErrorCode.IDEMPOTENCY_KEY_REUSED)))));
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
        : insert(connection, caller, consultationId, stamps.id(), text).replaceWithVoid();
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
      SqlConnection connection, Caller caller, UUID consultationId, UUID id, String text) {
    Tuple values =
        Tuple.tuple()
            .addValue(caller.brand())
            .addValue(id)
            .addValue(consultationId)
            .addValue(caller.memberId())
            .addValue(caller.name())
            .addValue(text)
            .addValue(Columns.time(stamps.next().at()));
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
