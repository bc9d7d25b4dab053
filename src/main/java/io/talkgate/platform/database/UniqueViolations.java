package io.talkgate.platform.database;

import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** Tells which unique index a statement ran into. */
public final class UniqueViolations {
  private static final String UNIQUE_VIOLATION = "23505";

  private UniqueViolations() {}

  /** True if the failure is that a row with the same value exists already in the index. */
  public static boolean isOf(Throwable failure, String index) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof PgException refused
          && UNIQUE_VIOLATION.equals(refused.getSqlState())
          && index.equals(refused.getConstraint())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }
}
