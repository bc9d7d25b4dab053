package io.talkgate.desk.stream;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the table of changes. */
final class ChangeReads {
  /** Rows that are told at once at most; who is further behind reads everything anew. */
  static final int MOST = 5_000;

  private static final String NOW = "select pg_current_snapshot()::text as upto";

  private static final String SINCE =
      """
      select s.upto::text as upto, c.* from (select pg_current_snapshot() as upto) s
      left join changes c on c.xid >= pg_snapshot_xmin($1::text::pg_snapshot)
        and not pg_visible_in_snapshot(c.xid, $1::text::pg_snapshot)
      order by c.id
      limit %d
      """
          .formatted(MOST + 1);

  /** Nothing at all if the database cannot know any more what happened since. */
  private static final String BETWEEN =
      """
      select c.* from changes_forgotten f
      left join changes c on c.xid >= pg_snapshot_xmin($1::text::pg_snapshot)
        and not pg_visible_in_snapshot(c.xid, $1::text::pg_snapshot)
        and pg_visible_in_snapshot(c.xid, $2::text::pg_snapshot)
        and c.id >= $3
        and case when $4::uuid is null then c.kind like 'link.%%' else c.brand_id = $4 end
      where f.xid < pg_snapshot_xmin($1::text::pg_snapshot)
        and pg_snapshot_xmax($1::text::pg_snapshot) <= pg_snapshot_xmax($2::text::pg_snapshot)
      order by c.id
      limit %d
      """
          .formatted(MOST + 1);

  private ChangeReads() {}

  /** How the database is asked. */
  interface Query {
    Future<RowSet<Row>> ask(String sql, Tuple values);
  }

  /**
   * News.
   *
   * @param upto what the database saw when it was read
   * @param tooMany whether there are more than can be told
   */
  record News(Snapshot upto, List<Change> changes, boolean tooMany) {}

  /** What this moment is, without news. */
  static Future<News> now(Query query) {
    return query.ask(NOW, Tuple.tuple()).map(rows -> new News(upto(rows), List.of(), false));
  }

  /** All that a snapshot did not see, of all brands. */
  static Future<News> since(Query query, Snapshot base) {
    return query
        .ask(SINCE, Tuple.of(base.text()))
        .map(
            rows -> {
              Snapshot upto = upto(rows);
              return new News(upto, changes(rows, Position.at(base), upto), rows.size() > MOST);
            });
  }

  /**
   * What somebody missed between a position and a later snapshot. Empty if that cannot be told: it
   * was too long ago, too much, or is not of this database.
   */
  static Future<@Nullable List<Change>> between(
      Query query, Position from, Snapshot upto, Scope scope) {
    if (from.base().equals(from.upto())) {
      return part(query, Position.at(from.base()), upto, scope);
    }
    return part(query, from, from.upto(), scope)
        .compose(
            rest ->
                rest == null
                    ? Future.succeededFuture(null)
                    : part(query, Position.at(from.upto()), upto, scope)
                        .map(
                            more ->
                                more == null
                                    ? null
                                    : Stream.concat(rest.stream(), more.stream()).toList()));
  }

  private static Future<@Nullable List<Change>> part(
      Query query, Position from, Snapshot upto, Scope scope) {
    Tuple values = Tuple.of(from.base().text(), upto.text(), from.row(), scope.brandId());
    return query
        .ask(BETWEEN, values)
        .map(
            rows ->
                rows.size() == 0 || rows.size() > MOST
                    ? null
                    : changes(rows, from, upto).stream()
                        .filter(
                            change ->
                                !from.includes(change.position().row(), change.position().entry()))
                        .toList());
  }

  private static Snapshot upto(RowSet<Row> rows) {
    return new Snapshot(rows.iterator().next().getString("upto"));
  }

  private static List<Change> changes(RowSet<Row> rows, Position from, Snapshot upto) {
    List<Change> changes = new ArrayList<>();
    for (Row row : rows) {
      if (row.getUUID("brand_id") != null) {
        UUID[] ids = row.getArrayOfUUIDs("ids");
        IntStream.range(0, ids.length)
            .forEach(entry -> changes.add(change(row, ids, entry, from.base(), upto)));
      }
    }
    return changes;
  }

  private static Change change(Row row, UUID[] ids, int entry, Snapshot base, Snapshot upto) {
    return new Change(
        new Position(base, upto, row.getLong("id"), entry),
        row.getString("kind"),
        ids[entry],
        row.getUUID("brand_id"),
        of(row.getArrayOfUUIDs("consultation_ids"), entry),
        of(row.getArrayOfUUIDs("customer_ids"), entry));
  }

  private static @Nullable UUID of(@Nullable UUID[] ids, int entry) {
    return ids == null ? null : ids[entry];
  }
}
