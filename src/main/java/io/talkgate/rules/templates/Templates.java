package io.talkgate.rules.templates;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.RequestKeys;
import io.talkgate.access.Role;
import io.talkgate.link.settings.Variable;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.UniqueViolations;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The templates of the caller's brand and the caller's own: others are refused with NOT_FOUND. The
 * brand's are changed by managers, else FORBIDDEN; everybody's own by everybody.
 */
@Singleton
public class Templates {
  private static final String SHORTCUTS = "templates_by_shortcut";
  private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

  private static final String MINE = "brand_id = $1 and (owner_id is null or owner_id = $2)";
  private static final String GET = "select * from templates where " + MINE + " and id = $3";
  private static final String LIST =
      "select * from templates where "
          + MINE
          + """
           and (created_at, id) > ($3, $4) and ($5::text is null or folder = $5)
          order by created_at, id limit $6
          """;
  private static final String ADD =
      """
      insert into templates (brand_id, id, owner_id, folder, title, shortcut, body, quick_reply, created_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning *
      """;
  private static final String CHANGE =
      """
      update templates set folder = $3, title = $4, shortcut = $5, body = $6, quick_reply = $7, changed_at = $8
      where brand_id = $1 and id = $2 returning *
      """;
  private static final String REMOVE = "delete from templates where brand_id = $1 and id = $2";
  private static final String BRAND = "select name from brands where id = $1";

  private final BrandTransactions brands;
  private final RequestKeys keys;
  private final Stamps stamps;

  Templates(BrandTransactions brands, RequestKeys keys, Stamps stamps) {
    this.brands = brands;
    this.keys = keys;
    this.stamps = stamps;
  }

  /**
   * Those that the caller may use, oldest first.
   *
   * @param folder of this folder only; null for all
   */
  public Uni<Page<Template>> list(Caller caller, @Nullable String folder, PageRequest page) {
    Cursor after = Objects.requireNonNullElse(page.after(), BEGINNING);
    Tuple values =
        Tuple.of(
            caller.brand(),
            caller.memberId(),
            Columns.time(after.at()),
            after.id(),
            folder,
            page.limit() + 1);
    return brands
        .of(caller)
        .run(connection -> connection.preparedQuery(LIST).execute(values))
        .map(rows -> Columns.list(rows, TemplateRows::template))
        .map(rows -> Page.of(rows, page.limit(), Template::cursor));
  }

  /** One of them. */
  public Uni<Result<Template>> get(Caller caller, UUID id) {
    return brands.of(caller).run(connection -> find(connection, caller, id));
  }

  /**
   * Adds one.
   *
   * @param personal whether it is the caller's alone
   * @return refused with FORBIDDEN, SHORTCUT_TAKEN, IDEMPOTENCY_KEY_REUSED
   */
  public Uni<Result<Template>> add(
      Caller caller, boolean personal, Template.Draft draft, @Nullable RequestKey key) {
    UUID owner = personal ? caller.memberId() : null;
    if (!mayChange(caller, owner)) {
      return refused(ErrorCode.FORBIDDEN);
    }
    return orShortcutTaken(
        draft,
        brands
            .of(caller)
            .runRefusable(
                connection ->
                    keys.claim(connection, caller, key, stamps.id())
                        .chain(
                            claim ->
                                claim.fold(
                                    id -> insert(connection, caller, owner, id, draft),
                                    id -> find(connection, caller, id),
                                    () -> refused(ErrorCode.IDEMPOTENCY_KEY_REUSED)))));
  }

  /** Changes one as a whole; refused with NOT_FOUND, FORBIDDEN, SHORTCUT_TAKEN. */
  public Uni<Result<Template>> change(Caller caller, UUID id, Template.Draft draft) {
    Tuple values = Tuple.tuple().addValue(caller.brand()).addValue(id);
    add(values, draft).addValue(Columns.time(stamps.next().at()));
    return orShortcutTaken(
        draft,
        brands
            .of(caller)
            .runRefusable(
                connection ->
                    changeable(connection, caller, id)
                        .chain(
                            found ->
                                found.fold(
                                    template -> one(connection, CHANGE, values),
                                    refusal ->
                                        Uni.createFrom().item(new Result.Refused<>(refusal))))));
  }

  /** Removes one and answers what it was; refused with NOT_FOUND, FORBIDDEN. */
  public Uni<Result<Template>> remove(Caller caller, UUID id) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                changeable(connection, caller, id)
                    .call(
                        () ->
                            connection
                                .preparedQuery(REMOVE)
                                .execute(Tuple.of(caller.brand(), id))));
  }

  /** One with the values of its variables in place, as the caller would send it now. */
  public Uni<Result<Template>> fill(Caller caller, UUID id) {
    return brands
        .of(caller)
        .run(
            connection ->
                find(connection, caller, id)
                    .chain(
                        found ->
                            connection
                                .preparedQuery(BRAND)
                                .execute(Tuple.of(caller.brand()))
                                .map(rows -> rows.iterator().next().getString(0))
                                .map(
                                    brand ->
                                        found.map(template -> filled(template, brand, caller)))));
  }

  private static Template filled(Template template, String brand, Caller caller) {
    Template.Draft draft = template.draft();
    String text =
        Variable.fill(
            draft.text(), Map.of(Variable.BRAND, brand, Variable.COUNSELOR, caller.name()));
    return new Template(
        template.id(),
        template.ownerId(),
        new Template.Draft(
            draft.folder(), draft.title(), draft.shortcut(), text, draft.quickReply()),
        template.createdAt());
  }

  private static boolean mayChange(Caller caller, @Nullable UUID owner) {
    return caller.memberId().equals(owner) || caller.role().includes(Role.MANAGER);
  }

  private static Uni<Result<Template>> changeable(
      SqlConnection connection, Caller caller, UUID id) {
    return find(connection, caller, id)
        .map(
            found ->
                found.fold(
                    template ->
                        mayChange(caller, template.ownerId())
                            ? found
                            : Result.refused(ErrorCode.FORBIDDEN),
                    refusal -> found));
  }

  private static Uni<Result<Template>> find(SqlConnection connection, Caller caller, UUID id) {
    return one(connection, GET, Tuple.of(caller.brand(), caller.memberId(), id));
  }

  private Uni<Result<Template>> insert(
      SqlConnection connection,
      Caller caller,
      @Nullable UUID owner,
      UUID id,
      Template.Draft draft) {
    Tuple values = Tuple.tuple().addValue(caller.brand()).addValue(id).addValue(owner);
    return one(connection, ADD, add(values, draft).addValue(Columns.time(stamps.next().at())));
  }

  private static Tuple add(Tuple values, Template.Draft draft) {
    return values
        .addValue(draft.folder())
        .addValue(draft.title())
        .addValue(draft.shortcut())
        .addValue(draft.text())
        .addValue(TemplateRows.json(draft.quickReply()));
  }

  private static Uni<Result<Template>> one(SqlConnection connection, String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values).map(Templates::only);
  }

  private static Result<Template> only(RowSet<Row> rows) {
    return rows.size() == 0
        ? Result.refused(ErrorCode.NOT_FOUND)
        : Result.done(TemplateRows.template(rows.iterator().next()));
  }

  private static Uni<Result<Template>> orShortcutTaken(
      Template.Draft draft, Uni<Result<Template>> change) {
    return change
        .onFailure(failure -> UniqueViolations.isOf(failure, SHORTCUTS))
        .recoverWithUni(
            () -> refused(ErrorCode.SHORTCUT_TAKEN, Objects.requireNonNull(draft.shortcut())));
  }

  private static Uni<Result<Template>> refused(ErrorCode code, Object... arguments) {
    return Uni.createFrom().item(Result.refused(code, arguments));
  }
}
