package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What agents read of consultations, scoped by the caller's brand: others are refused with
 * NOT_FOUND.
 */
@Singleton
public class ConsultationReads {
  private static final String ONE =
      SnapshotReader.CONSULTATIONS + " where k.brand_id = $1 and k.id = $2";
  private static final String EXISTS =
      "select 1 from consultations where brand_id = $1 and id = $2";
  private static final String NOTES =
      "select n.id, n.consultation_id, n.author_id, n.author_name, n.body, n.mentions, n.created_at from notes"
          + " n";
  private static final String HISTORY = "select h.* from consultation_history h";

  /** Since whoever answered last, the alarm has been given, and nobody has answered it. */
  private static final String REPLY_DELAYED =
      """
      k.status in ('WAITING', 'IN_PROGRESS') and exists (
        select from automatic_occasions o
        where o.brand_id = k.brand_id and o.consultation_id = k.id and o.occasion = 'REPLY_DELAYED'
          and o.taken_at > coalesce((select max(x.created_at) from messages x
            where x.brand_id = k.brand_id and x.consultation_id = k.id and x.author_type in ('AGENT', 'PARTNER_AGENT')),
            'epoch'))
      """;

  /** The index knows the activity's slot of five minutes, not its time (migration V2). */
  private static final String SLOT_FROM =
      "k.activity_slot > cast(? as timestamptz) - interval '5 minutes'";

  private static final String SLOT_TO = "k.activity_slot < ?";
  private static final String ORDER = "activity_slot desc, last_activity_at desc, id desc";
  private static final String WITH_TEXT =
      """
      (c.nickname ilike ? or exists (
        select 1 from messages t
        where t.brand_id = k.brand_id and t.consultation_id = k.id and t.search_text ilike ?))
      """;

  private final BrandTransactions brands;
  private final SnapshotReader snapshots;
  private final MessageReads messages;

  ConsultationReads(BrandTransactions brands, SnapshotReader snapshots, MessageReads messages) {
    this.brands = brands;
    this.snapshots = snapshots;
    this.messages = messages;
  }

  /** Consultations of the caller's brand, newest activity first. */
  public Uni<Page<Consultation>> list(Caller caller, ConsultationFilter filter, PageRequest page) {
    Conditions conditions =
        Conditions.ofBrand("k.brand_id", caller.brand())
            .and("k.link_id = ?", filter.linkId())
            .and(
                "k.status = any(?)",
                filter.statuses().isEmpty()
                    ? null
                    : Columns.texts(List.copyOf(filter.statuses()), status -> status))
            .and("? = any(k.tags)", filter.tag())
            .and(SLOT_FROM + " and k.last_activity_at >= ?", Columns.time(filter.from()))
            .and(SLOT_TO + " and k.last_activity_at < ?", Columns.time(filter.to()))
            .and(WITH_TEXT, filter.text() == null ? null : pattern(filter.text()));
    if (filter.assignee() instanceof AssigneeFilter.Member member) {
      conditions.and("k.assignee_id = ?", member.id());
    } else if (filter.assignee() instanceof AssigneeFilter.Nobody) {
      conditions.and("k.assignee_id is null");
    }
    if (filter.replyDelayed()) {
      conditions.and(REPLY_DELAYED);
    }
    conditions.pageBySlot(
        "k.activity_slot", "k.last_activity_at", "k.id", page.after(), page.limit());
    return brands
        .of(caller)
        .query(
            PageBytes.within(SnapshotReader.CONSULTATIONS + conditions.sql(), ORDER),
            conditions.parameters())
        .map(
            rows ->
                PageBytes.page(
                    rows,
                    page.limit(),
                    row -> Masking.consultation(snapshots.consultation(row)),
                    item -> new Cursor(item.lastActivityAt(), item.id())));
  }

  Uni<Result<Consultation>> get(SqlClient client, UUID brandId, UUID id) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(brandId, id))
        .map(rows -> only(rows, snapshots::consultation));
  }

  /** One consultation. */
  public Uni<Result<Consultation>> get(Caller caller, UUID id) {
    return brands
        .of(caller)
        .run(connection -> get(connection, caller.brand(), id))
        .map(found -> found.map(shown -> Masking.consultation(caller, shown)));
  }

  /** All consultations of a customer, oldest first, nothing masked. */
  Uni<Page<Consultation>> ofCustomer(Caller caller, UUID customerId, PageRequest page) {
    Conditions conditions =
        Conditions.ofBrand("k.brand_id", caller.brand())
            .and("k.customer_id = ?", customerId)
            .page("k.opened_at", "k.id", false, page.after(), page.limit());
    return brands
        .of(caller)
        .query(
            PageBytes.within(SnapshotReader.CONSULTATIONS + conditions.sql(), "opened_at, id"),
            conditions.parameters())
        .map(
            rows ->
                PageBytes.page(
                    rows,
                    page.limit(),
                    snapshots::consultation,
                    item -> new Cursor(item.openedAt(), item.id())));
  }

  /** The notes of all of a customer's consultations, oldest first. */
  Uni<Page<Note>> notesOfCustomer(Caller caller, UUID customerId, PageRequest page) {
    Conditions conditions =
        Conditions.ofBrand("n.brand_id", caller.brand())
            .and(
                "n.consultation_id in (select k.id from consultations k"
                    + " where k.brand_id = $1 and k.customer_id = ?)",
                customerId)
            .page("n.created_at", "n.id", false, page.after(), page.limit());
    return brands
        .of(caller)
        .query(NOTES + conditions.sql(), conditions.parameters())
        .map(rows -> Columns.list(rows, ConsultationReads::note))
        .map(
            items -> Page.of(items, page.limit(), item -> new Cursor(item.createdAt(), item.id())));
  }

  /** Its messages by time, then id; {@code newestFirst} turns the order round. */
  public Uni<Result<Page<Message>>> messages(
      Caller caller, UUID id, boolean newestFirst, PageRequest page) {
    return ifPresent(
        caller,
        id,
        () ->
            messages
                .page(caller, "m.consultation_id = ?", id, newestFirst, page)
                .map(found -> found.map(message -> Masking.message(caller, message))));
  }

  /** Its notes, oldest first. */
  public Uni<Result<Page<Note>>> notes(Caller caller, UUID id, PageRequest page) {
    return ifPresent(
        caller,
        id,
        () ->
            part(NOTES, "n", caller, id, page, row -> Masking.note(caller, note(row)))
                .map(
                    items ->
                        Page.of(
                            items, page.limit(), item -> new Cursor(item.createdAt(), item.id()))));
  }

  /** What happened to it, oldest first. */
  public Uni<Result<Page<HistoryEntry>>> history(Caller caller, UUID id, PageRequest page) {
    return ifPresent(
        caller,
        id,
        () ->
            part(
                    HISTORY,
                    "h",
                    caller,
                    id,
                    page,
                    row -> Masking.historyEntry(caller, historyEntry(row)))
                .map(
                    items ->
                        Page.of(
                            items, page.limit(), item -> new Cursor(item.createdAt(), item.id()))));
  }

  private <T> Uni<List<T>> part(
      String select,
      String alias,
      Caller caller,
      UUID id,
      PageRequest page,
      Function<Row, T> read) {
    Conditions conditions =
        Conditions.ofBrand(alias + ".brand_id", caller.brand())
            .and(alias + ".consultation_id = ?", id)
            .page(alias + ".created_at", alias + ".id", false, page.after(), page.limit());
    return brands
        .of(caller)
        .query(select + conditions.sql(), conditions.parameters())
        .map(rows -> Columns.list(rows, read));
  }

  private <T> Uni<Result<T>> ifPresent(Caller caller, UUID id, Supplier<Uni<T>> read) {
    return brands
        .of(caller)
        .query(EXISTS, Tuple.of(caller.brand(), id))
        .chain(
            rows ->
                rows.rowCount() == 0
                    ? Uni.createFrom().item(Result.refused(ErrorCode.NOT_FOUND))
                    : read.get().map(Result::done));
  }

  static <T> Result<T> only(RowSet<Row> rows, Function<Row, T> read) {
    var iterator = rows.iterator();
    return iterator.hasNext()
        ? Result.done(read.apply(iterator.next()))
        : Result.refused(ErrorCode.NOT_FOUND);
  }

  static Note note(Row row) {
    return new Note(
        row.getUUID("id"),
        row.getUUID("consultation_id"),
        row.getUUID("author_id"),
        row.getString("author_name"),
        row.getString("body"),
        List.of(row.getArrayOfUUIDs("mentions")),
        Rows.time(row, "created_at"));
  }

  private static HistoryEntry historyEntry(Row row) {
    UUID actor = row.getUUID("actor_id");
    UUID assignee = row.getUUID("assignee_id");
    return new HistoryEntry(
        row.getUUID("id"),
        HistoryAction.valueOf(row.getString("action")),
        ConsultationStatus.valueOf(row.getString("status")),
        actor == null ? null : new Assignee(actor, row.getString("actor_name")),
        assignee == null ? null : new Assignee(assignee, row.getString("assignee_name")),
        row.getString("detail"),
        Rows.time(row, "created_at"));
  }

  /** What the caller typed, taken literally. */
  private static String pattern(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
