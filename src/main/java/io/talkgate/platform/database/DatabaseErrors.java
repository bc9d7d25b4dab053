package io.talkgate.platform.database;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells an unreachable database from a statement it refused. */
public final class DatabaseErrors {
  private DatabaseErrors() {}

  /**
   * True if the database could not be asked: no connection, a lost one, a server that shuts down or
   * has no connection left (SQLSTATE classes 08, 53 and 57).
   */
  public static boolean isUnavailable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (isOutage(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(Throwable cause) {
    if (cause instanceof PgException refused) {
      return isOutage(refused.getSqlState());
    }
    if (cause instanceof SQLException refused) { // what Hibernate Reactive makes of a PgException
      return isOutage(refused.getSQLState());
    }
    return cause instanceof IOException
        || cause instanceof TimeoutException
        || cause instanceof io.smallrye.mutiny.TimeoutException
        || cause instanceof VertxException
        || isPoolTimeout(cause);
  }

  private static boolean isOutage(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
  }

  /** The pg client reports a drained pool by a plain message. */
  private static boolean isPoolTimeout(Throwable cause) {
    return cause.getMessage() != null
        && cause.getMessage().startsWith("Timeout waiting for connection");
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }
}
