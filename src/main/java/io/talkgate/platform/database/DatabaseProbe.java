package io.talkgate.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Asks whether a database answers a role, and does not wait long for it. Blocking. */
public final class DatabaseProbe {
  private static final String SECONDS_TO_WAIT = "2";

  private final String url;
  private final Properties properties = new Properties();

  /**
   * Of a database and a role.
   *
   * @param url as JDBC has it
   * @param username none if the server knows the role by other means
   * @param password none if the server asks for none
   */
  public DatabaseProbe(String url, @Nullable String username, @Nullable String password) {
    this.url = url;
    if (username != null) {
      properties.setProperty("user", username);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    properties.setProperty("connectTimeout", SECONDS_TO_WAIT);
    properties.setProperty("loginTimeout", SECONDS_TO_WAIT);
    properties.setProperty("socketTimeout", SECONDS_TO_WAIT);
  }

  /**
   * Opens a connection and has it answer.
   *
   * @throws SQLException if the database is away or refuses; not later than after a few seconds
   */
  public void ask() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, properties);
        Statement statement = connection.createStatement()) {
      statement.execute("select 1");
    }
  }

  /**
   * Has something read on a connection of the role.
   *
   * @throws SQLException as {@link #ask}, or if what is read is refused
   */
  public void read(Reading reading) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      reading.of(connection);
    }
  }

  /** What is read on a connection. */
  public interface Reading {
    void of(Connection connection) throws SQLException;
  }

  /** True if the database answered; what else it said does not matter. */
  boolean isAnswered() {
    try {
      ask();
      return true;
    } catch (SQLException e) {
      return !DatabaseErrors.isTemporary(e);
    }
  }
}
