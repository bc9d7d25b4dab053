package io.talkgate.consultation;

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
    if (after != null) {
      parameters.add(Columns.time(after.at()));
      parameters.add(after.id());
      sql.append(
          " and (%s, %s) %s ($%d, $%d)"
              .formatted(
                  time, id, descending ? "<" : ">", parameters.size() - 1, parameters.size()));
    }
    String direction = descending ? "desc" : "asc";
    parameters.add(limit + 1);
    sql.append(
        " order by %s %s, %s %s limit $%d"
            .formatted(time, direction, id, direction, parameters.size()));
    return this;
  }

  String sql() {
    return sql.toString();
  }

  Tuple parameters() {
    return Tuple.from(parameters);
  }
}
