package io.talkgate.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.channel.ChannelException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
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

  /**
   * True if the failure lies in what was to be written (SQLSTATE classes 22, 23 and what a trigger
   * raised) or in our own code, so that the same would fail again. Deadlocks, a server that has
   * become read-only, a schema that is being changed are none of it.
   */
  public static boolean isOfTheData(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof PgException refused) {
        String state = refused.getSqlState();
        return state != null
            && (state.startsWith("22") || state.startsWith("23") || state.startsWith("P0"));
      }
    }
    return !isUnavailable(failure);
  }

  /**
   * True if the same may well succeed later without anybody's doing anything to us: the database is
   * away, is a standby still (25006), or somebody else was in the way (classes 40 and 55).
   */
  static boolean isTemporary(Throwable failure) {
    if (isUnavailable(failure)) {
      return true;
    }
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof SQLException refused && isTemporary(refused.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTemporary(@Nullable String state) {
    return state != null
        && (state.startsWith("40") || state.startsWith("55") || state.equals("25006"));
  }

  private static boolean isOutage(Throwable cause) {
    if (cause instanceof PgException refused) {
      return isOutage(refused.getSqlState());
    }
    if (cause instanceof SQLException refused) { // what Hibernate Reactive makes of a PgException
      return isOutage(refused.getSQLState());
    }
    return isLostConnection(cause)
        || cause instanceof TimeoutException
        || cause instanceof io.smallrye.mutiny.TimeoutException
        || cause instanceof VertxException
        || cause instanceof ChannelException
        || cause
            instanceof
            NoStackTraceThrowable; // a drained pool, a connection that was closed meanwhile
  }

  /** Jackson's errors are IOExceptions, too, but of our own making. */
  private static boolean isLostConnection(Throwable cause) {
    return cause instanceof IOException && !(cause instanceof JsonProcessingException);
  }

  private static boolean isOutage(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }
}
