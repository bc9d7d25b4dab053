package io.talkgate.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next where the next part begins; null if this is the last one
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {

  /**
   * Makes a page of one row more than was asked for, which is how a query finds out whether there
   * is more.
   *
   * @param rows up to {@code limit + 1} rows
   * @param cursor the place of a row in the list
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, cursor.apply(items.get(limit - 1)));
  }

  /** The same page with its items mapped. */
  public <U> Page<U> map(Function<? super T, ? extends U> mapping) {
    return new Page<>(items.stream().<U>map(mapping).toList(), next);
  }
}
