package io.talkgate.apart;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/**
 * A database beside the service's with the same schema, in which nobody else works: a test may lock
 * and change whole tables there, and waits for nobody.
 */
final class SchemaCopy implements AutoCloseable {
  private static final String NAME = "schema_copy";

  private final Config config = ConfigProvider.getConfig();
  private final String url;

  private SchemaCopy() {
    String service = config.getValue("quarkus.datasource.jdbc.url", String.class);
    url = service.replaceFirst("/[^/?]+(?=$|\\?)", "/" + NAME);
  }

  /** Makes it, by the migrations that {@code service} was given. */
  static SchemaCopy of(Flyway service) throws SQLException {
    SchemaCopy copy = new SchemaCopy();
    String owner = copy.config.getValue("talkgate.migration.username", String.class);
    copy.drop();
    copy.beside("create database " + NAME + " owner " + owner);
    Flyway.configure(service.getConfiguration().getClassLoader())
        .configuration(service.getConfiguration())
        .dataSource(
            copy.url, owner, copy.config.getValue("talkgate.migration.password", String.class))
        .load()
        .migrate();
    return copy;
  }

  Connection superuser() throws SQLException {
    return DriverManager.getConnection(url, "postgres", "");
  }

  @Override
  public void close() throws SQLException {
    drop();
  }

  private void drop() throws SQLException {
    beside("drop database if exists " + NAME + " with (force)");
  }

  private void beside(String sql) throws SQLException {
    String service = config.getValue("quarkus.datasource.jdbc.url", String.class);
    try (Connection connection = DriverManager.getConnection(service, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
