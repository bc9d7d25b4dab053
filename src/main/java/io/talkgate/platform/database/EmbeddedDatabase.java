package io.talkgate.platform.database;

import io.talkgate.platform.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL under the data directory, for demo, dev and tests. It writes as safely as a
 * production server (fsync and synchronous commit on), so that what was answered 200 survives kill
 * -9.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** Owns the schema; migrations run as this role. */
  static final String OWNER = "talkgate_owner";

  /** The application's role: no superuser, owns nothing. */
  static final String APPLICATION = "talkgate_app";

  private static final String DATABASE = "talkgate";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts the server, on a port of its own choice, with the files of an earlier run if there are
   * any. Whoever starts it closes it; a signal to the process alone does not.
   *
   * @throws StartRefused if it cannot be started
   */
  public static EmbeddedDatabase start(Path dataDir) {
    Path files = dataDir.resolve("postgres");
    LeftoverServer.stop(files);
    try {
      EmbeddedPostgres server = builder(dataDir, files).start();
      keepFromOthers(binaries(dataDir));
      createRolesAndDatabase(server);
      return new EmbeddedDatabase(server);
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new StartRefused(
          "the embedded database in %s does not start (%s); its log is %s"
              .formatted(files, e.getMessage(), log(dataDir)));
    }
  }

  /** The Quarkus configuration that makes the service use this database. */
  public Map<String, String> configuration() {
    String address = "localhost:%d/%s".formatted(server.getPort(), DATABASE);
    return Map.of(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://" + address,
        "quarkus.datasource.reactive.url",
        "postgresql://" + address,
        "quarkus.datasource.username",
        APPLICATION,
        "quarkus.datasource.password",
        "embedded",
        "talkgate.migration.username",
        OWNER,
        "talkgate.migration.password",
        "embedded");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static EmbeddedPostgres.Builder builder(Path dataDir, Path files) {
    Redirect log = Redirect.appendTo(log(dataDir).toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(files)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(binaries(dataDir))
        .setRegisterShutdownHook(false)
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("timezone", "UTC")
        .setErrorRedirector(log)
        .setOutputRedirector(log)
        .setPGStartupWait(START_LIMIT);
  }

  private static File binaries(Path dataDir) {
    return dataDir.resolve("postgres-binaries").toFile();
  }

  /**
   * The library lets everybody write there if it is run by root. A second database in one process
   * has no such directory: it runs from the first one's.
   */
  private static void keepFromOthers(File directory) throws IOException {
    if (!directory.exists()) {
      return;
    }
    if (!directory.setWritable(false, false) || !directory.setWritable(true, true)) {
      throw new IOException("cannot keep others from writing to " + directory);
    }
  }

  private static Path log(Path dataDir) {
    return dataDir.resolve("postgres.log");
  }

  private static void createRolesAndDatabase(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
        statement.execute("create role " + OWNER + " login password 'embedded'");
      }
      statement.execute("alter role " + OWNER + " createrole"); // earlier runs made it without
      if (!exists(statement, "select 1 from pg_roles where rolname = '" + APPLICATION + "'")) {
        statement.execute("create role " + APPLICATION + " login password 'embedded'");
      }
      if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
        statement.execute("create database " + DATABASE + " owner " + OWNER);
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
