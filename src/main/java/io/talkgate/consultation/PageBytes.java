package io.talkgate.consultation;

import io.talkgate.platform.database.Columns;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.Page;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.function.Function;

/**
 * Ends a page early where its messages are long, as an answer is made in memory: a message may hold
 * 10 MiB, and a page 200 of them. Whoever follows the cursor misses none.
 */
final class PageBytes {
  /** How much of messages' contents a page holds, unless its first row alone holds more. */
  static final int MOST = 1024 * 1024;

  private static final String WITHIN =
      """
      select * from (
        select p.*, count(*) over () as found, row_number() over (order by %1$s) as place,
          sum(coalesce(octet_length(m_content), 0)) over (order by %1$s) as bytes_so_far
        from (%2$s) p) q
      where place = 1 or bytes_so_far <= %3$d
      order by place
      """;

  private PageBytes() {}

  /**
   * The rows of a page that fit.
   *
   * @param page the query of a page, with its limit and a column {@code m_content}
   * @param order its order, in its own columns
   */
  static String within(String page, String order) {
    return WITHIN.formatted(order, page, MOST);
  }

  /** Makes the page of what {@link #within} found. */
  static <T> Page<T> page(
      RowSet<Row> rows, int limit, Function<Row, T> read, Function<T, Cursor> cursor) {
    List<T> items = Columns.list(rows, read);
    RowIterator<Row> first = rows.iterator();
    if (!first.hasNext() || first.next().getLong("found") == items.size()) {
      return Page.of(items, limit, cursor);
    }
    return new Page<>(items, cursor.apply(items.get(items.size() - 1)));
  }
}
