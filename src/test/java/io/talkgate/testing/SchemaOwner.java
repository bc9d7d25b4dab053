package io.talkgate.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The schema's owner at the database, for what tests do behind the service's back. */
@ApplicationScoped
public class SchemaOwner {
  private final String url;
  private final String username;
  private final String password;

  SchemaOwner(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "talkgate.migration.username") String username,
      @ConfigProperty(name = "talkgate.migration.password") String password) {
    this.url = url;
    this.username = username;
    this.password = password;
  }

  /** A connection of its own, to be closed by the caller; it sees every brand. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", username);
    properties.setProperty("password", password);
    properties.setProperty("options", "-c talkgate.maintenance=on");
    return DriverManager.getConnection(url, properties);
  }

  /** Runs one statement. */
  public void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
