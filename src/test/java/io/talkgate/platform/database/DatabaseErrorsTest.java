package io.talkgate.platform.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * What counts as an outage: an event that meets one is spooled, one that meets anything else is
 * kept as FAILED.
 */
class DatabaseErrorsTest {

  @Test
  void anOutageIsOne() {
    for (Throwable outage :
        List.of(
            new ConnectException("refused"),
            new ClosedChannelException(),
            new TimeoutException(),
            new VertxException("Connection was closed"),
            ReadTimeoutException.INSTANCE,
            new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"),
            new NoStackTraceThrowable("Timeout waiting for connection"),
            refused("57P01"),
            refused("53300"),
            refused("08006"),
            new CompletionException(new IllegalStateException(refused("57P03"))))) {
      assertTrue(DatabaseErrors.isUnavailable(outage), outage.toString());
    }
  }

  @Test
  void whatTheDatabaseRefusedOrWeDidWrongIsNone() {
    for (Throwable ours :
        List.of(
            refused("23505"),
            refused("22P05"),
            refused("P0001"),
            new NullPointerException(),
            new IllegalStateException(new JsonParseException(null, "not JSON")))) {
      assertFalse(DatabaseErrors.isUnavailable(ours), ours.toString());
    }
  }

  private static PgException refused(String state) {
    return new PgException("refused", "ERROR", state, "");
  }
}
