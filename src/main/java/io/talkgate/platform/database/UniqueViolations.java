package io.talkgate.platform.database;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells which unique index a statement ran into. */
public final class UniqueViolations {
  private static final String UNIQUE_VIOLATION = "23505";

  private UniqueViolations() {}

  /** True if the failure is that a row with the same value exists already in the index. */
  public static boolean isOf(Throwable failure, String index) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (isOfThis(cause, index)) {
        return true;
      }
    }
    return false;
  }

  /** Hibernate Reactive turns the client's exception into one of JDBC, without the index's name. */
  private static boolean isOfThis(Throwable cause, String index) {
    if (cause instanceof PgException refused) {
      return UNIQUE_VIOLATION.equals(refused.getSqlState())
          && index.equals(refused.getConstraint());
    }
    return cause instanceof SQLException refused
        && UNIQUE_VIOLATION.equals(refused.getSQLState())
        && Objects.toString(refused.getMessage(), "").contains(index);
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }
}
