package io.talkgate.process;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The service as in production, on a database server of its surroundings, as a demo has one. */
public final class Production {
  private final String server;

  Production(ServiceProcess demo) {
    this(demo.databasePort());
  }

  /** On the embedded server that listens on this port. */
  public Production(int databasePort) {
    server = "postgresql://localhost:" + databasePort + "/";
  }

  /** Makes an empty database that the schema's owner owns. */
  void createDatabase(String name) throws SQLException {
    execute("postgres", "create database " + name + " owner talkgate_owner");
  }

  /** Does something as the server's superuser. */
  void execute(String database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:" + server + database, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Everything that production requires, with a new key set. */
  public Launch launch(Path dataDir, String database) {
    return launch(dataDir, database, newKey(dataDir));
  }

  /** Everything that production requires, with this key set. */
  public Launch launch(Path dataDir, String database, String key) {
    return Launch.production(dataDir)
        .with("QUARKUS_DATASOURCE_REACTIVE_URL", server + database)
        .with("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + server + database)
        .with("QUARKUS_DATASOURCE_USERNAME", "talkgate_app")
        .with("QUARKUS_DATASOURCE_PASSWORD", "embedded")
        .with("TALKGATE_MIGRATION_USERNAME", "talkgate_owner")
        .with("TALKGATE_MIGRATION_PASSWORD", "embedded")
        .with("TALKGATE_PUBLIC_URL", "https://talk.example.com")
        .with("TALKGATE_ENCRYPTION_KEY", key);
  }

  /** A new key set, made in this directory. */
  public static String newKey(Path dataDir) {
    List<String> output = Launch.production(dataDir).run("new-encryption-key").output();
    return output.get(0);
  }
}
