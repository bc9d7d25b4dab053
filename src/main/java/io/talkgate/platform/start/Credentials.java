package io.talkgate.platform.start;

import io.talkgate.platform.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/**
 * The given database accepts the given roles. A database that cannot be reached is no reason to
 * refuse the start: it may come back, wrong credentials do not mend themselves.
 */
final class Credentials {
  private static final String SECONDS_TO_WAIT = "5";

  private Credentials() {}

  static void check(Config config) {
    String url = config.getValue("quarkus.datasource.jdbc.url", String.class);
    check(config, url, "quarkus.datasource.username", "quarkus.datasource.password");
    check(config, url, "talkgate.migration.username", "talkgate.migration.password");
  }

  private static void check(Config config, String url, String username, String password) {
    Properties properties = new Properties();
    config
        .getOptionalValue(username, String.class)
        .ifPresent(value -> properties.setProperty("user", value));
    config
        .getOptionalValue(password, String.class)
        .ifPresent(value -> properties.setProperty("password", value));
    properties.setProperty("connectTimeout", SECONDS_TO_WAIT);
    properties.setProperty("socketTimeout", SECONDS_TO_WAIT);
    try (Connection open = DriverManager.getConnection(url, properties)) {
      open.isValid(1);
    } catch (SQLException e) {
      if (isRefusal(e)) {
        throw new StartRefused(
            "the database refuses %s: %s".formatted(properties.getProperty("user"), firstLine(e)));
      }
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
