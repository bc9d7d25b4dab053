package io.talkgate.consultation;

import static java.util.stream.Collectors.joining;

import io.talkgate.platform.database.Columns;
import io.talkgate.platform.paging.Cursor;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conditions of a list's query with their parameters; the brand is always the first. */
final class Conditions {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  private Conditions(String condition, UUID brandId) {
    sql.append(" where ").append(condition);
    parameters.add(brandId);
  }

  /** Rows of one brand: there is no list without this. */
  static Conditions ofBrand(String column, UUID brandId) {
    return new Conditions(column + " = $1", brandId);
  }

  /** Adds a condition in which {@code ?} stands for the value; nothing where the value is null. */
  Conditions and(String condition, @Nullable Object value) {
    if (value != null) {
      parameters.add(value);
      sql.append(" and ").append(condition.replace("?", "$" + parameters.size()));
    }
    return this;
  }

  /** Adds a condition without a value. */
  Conditions and(String condition) {
    sql.append(" and ").append(condition);
    return this;
  }

  /**
   * Goes on after a place in a list that is sorted by time, then id, and takes one row more than
   * asked for.
   */
  Conditions page(String time, String id, boolean descending, @Nullable Cursor after, int limit) {
    return after(time, id, descending, after).sorted(List.of(time, id), descending, limit);
  }

  /** The same, newest first, of a list whose index holds a coarser {@code slot} of the time. */
  Conditions pageBySlot(String slot, String time, String id, @Nullable Cursor after, int limit) {
    if (after != null) {
      and(slot + " <= ?", Columns.time(after.at()));
    }
    return after(time, id, true, after).sorted(List.of(slot, time, id), true, limit);
  }

  private Conditions after(String time, String id, boolean descending, @Nullable Cursor after) {
    if (after != null) {
      parameters.add(Columns.time(after.at()));
      parameters.add(after.id());
      sql.append(
          " and (%s, %s) %s ($%d, $%d)"
              .formatted(
                  time, id, descending ? "<" : ">", parameters.size() - 1, parameters.size()));
    }
    return this;
  }

  private Conditions sorted(List<String> columns, boolean descending, int limit) {
    String direction = descending ? " desc" : " asc";
    parameters.add(limit + 1);
    sql.append(" order by ")
        .append(columns.stream().map(column -> column + direction).collect(joining(", ")))
        .append(" limit $")
        .append(parameters.size());
    return this;
  }

  String sql() {
    return sql.toString();
  }

  Tuple parameters() {
    return Tuple.from(parameters);
  }
}
