package io.talkgate.platform.start;

import io.talkgate.platform.StartRefused;
import io.talkgate.platform.database.DatabaseProbe;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The given database accepts the given roles. A database that cannot be reached is no reason to
 * refuse the start: it may come back, wrong credentials do not mend themselves.
 */
final class Credentials {
  private Credentials() {}

  static void check(Config config) {
    String url = config.getValue("quarkus.datasource.jdbc.url", String.class);
    if (answers(config, url, "quarkus.datasource.username", "quarkus.datasource.password")) {
      answers(config, url, "talkgate.migration.username", "talkgate.migration.password");
    }
  }

  /** False if the database cannot be asked. */
  private static boolean answers(Config config, String url, String username, String password) {
    @Nullable String user = config.getOptionalValue(username, String.class).orElse(null);
    @Nullable String secret = config.getOptionalValue(password, String.class).orElse(null);
    try {
      new DatabaseProbe(url, user, secret).ask();
      return true;
    } catch (SQLException e) {
      if (isRefusal(e)) {
        throw new StartRefused("the database refuses %s: %s".formatted(user, firstLine(e)));
      }
      return false;
    }
  }

  /** SQLSTATE class 28 is a wrong role or password, 3D000 an unknown database. */
  private static boolean isRefusal(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("28") || state.equals("3D000"));
  }

  private static String firstLine(SQLException e) {
    return e.getMessage() == null ? e.getSQLState() : e.getMessage().lines().findFirst().orElse("");
  }
}
