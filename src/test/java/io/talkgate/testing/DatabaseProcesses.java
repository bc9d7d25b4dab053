package io.talkgate.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The processes of the database under test, to be frozen as a hanging machine would be. */
public final class DatabaseProcesses {
  private final List<ProcessHandle> processes;

  private DatabaseProcesses(List<ProcessHandle> processes) {
    this.processes = processes;
  }

  /** Runs something while the server and everything it has started are stopped with SIGSTOP. */
  public static void whileFrozen(SchemaOwner owner, Runnable work) throws SQLException {
    DatabaseProcesses frozen = freeze(server(owner));
    try {
      work.run();
    } finally {
      frozen.thaw();
    }
  }

  /** Stops a server and everything it has started with SIGSTOP, until {@link #thaw}. */
  public static DatabaseProcesses freeze(ProcessHandle server) {
    DatabaseProcesses frozen =
        new DatabaseProcesses(Stream.concat(Stream.of(server), server.descendants()).toList());
    frozen.all("STOP");
    return frozen;
  }

  /** Lets them go on. */
  public void thaw() {
    all("CONT");
  }

  private void all(String signal) {
    processes.stream().filter(ProcessHandle::isAlive).forEach(process -> signal(signal, process));
  }

  private static ProcessHandle server(SchemaOwner owner) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
      rows.next();
      return ProcessHandle.of(rows.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
    }
  }

  private static void signal(String name, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("cannot signal " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
