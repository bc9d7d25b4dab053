package io.talkgate.faults;

import io.talkgate.testing.DatabaseProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server that may be killed, frozen and started again on the same port. */
final class DatabaseServer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Path programs;
  private final Path files;
  private final int port = freePort();
  private volatile Optional<Process> process = Optional.empty();
  private volatile Optional<DatabaseProcesses> frozen = Optional.empty();

  /**
   * @param programs PostgreSQL's own programs
   * @param files a cluster of which nobody else has a server
   */
  DatabaseServer(Path programs, Path files) {
    this.programs = programs;
    this.files = files;
  }

  int port() {
    return port;
  }

  /** Starts it and waits until it answers. */
  void start() {
    try {
      process =
          Optional.of(
              new ProcessBuilder(command())
                  .redirectErrorStream(true)
                  .redirectOutput(
                      ProcessBuilder.Redirect.appendTo(
                          files.resolveSibling("postgres.log").toFile()))
                  .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Pause.until("the database answers", LIMIT, this::answers);
  }

  boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  boolean isRunning() {
    return process.filter(Process::isAlive).isPresent();
  }

  /** Ends the server and everything it has started as kill -9 does. */
  void kill() {
    process.ifPresent(
        server -> {
          List<ProcessHandle> all =
              Stream.concat(Stream.of(server.toHandle()), server.descendants()).toList();
          all.forEach(ProcessHandle::destroyForcibly);
          all.forEach(one -> Pause.until("the server is gone", LIMIT, () -> !one.isAlive()));
        });
    process = Optional.empty();
    frozen = Optional.empty();
  }

  /** Ends the server in order; open transactions are rolled back. */
  void stop() {
    process.ifPresent(
        server -> {
          Commands.run("kill", "-INT", Long.toString(server.pid()));
          if (!ends(server)) {
            kill();
          }
        });
    process = Optional.empty();
  }

  void freeze() {
    frozen = process.map(server -> DatabaseProcesses.freeze(server.toHandle()));
  }

  void thaw() {
    frozen.ifPresent(DatabaseProcesses::thaw);
    frozen = Optional.empty();
  }

  /** A connection as superuser, past every proxy. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/talkgate?connectTimeout=5".formatted(port), "postgres", "");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    thaw();
    stop();
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own it is nobody in particular.
   */
  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (Commands.isRoot()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(
            programs.resolve("postgres").toString(),
            "-D",
            files.toString(),
            "-p",
            Integer.toString(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1,::1",
            "unix_socket_directories=",
            "max_connections=200",
            "fsync=on",
            "synchronous_commit=on",
            "timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  private static boolean ends(Process server) {
    try {
      return server.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
