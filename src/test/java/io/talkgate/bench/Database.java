package io.talkgate.bench;

import io.talkgate.platform.database.EmbeddedDatabase;
import io.talkgate.testing.DatabaseProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A PostgreSQL server for the bench, which writes as safely as one in production. */
public final class Database implements AutoCloseable {
  /** The one that the service and pgbench use. */
  public static final String NAME = "talkgate";

  static final String SUPERUSER = "postgres";

  private static final int PORT_LINE = 3;

  /** Of the fields behind the command's name in proc(5)'s stat: cutime, and cstime behind it. */
  private static final int ENDED_USER = 13;

  /** What Linux counts in, whatever the kernel's own clock. */
  private static final Duration TICK = Duration.ofMillis(10);

  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final EmbeddedDatabase server;
  private final ProcessHandle process;
  private final int port;

  private Database(EmbeddedDatabase server, ProcessHandle process, int port) {
    this.server = server;
    this.process = process;
    this.port = port;
  }

  /** Starts one whose files are in this directory. */
  public static Database start(Path directory) throws IOException {
    EmbeddedDatabase server = EmbeddedDatabase.start(directory);
    var file = Files.readAllLines(directory.resolve("postgres").resolve("postmaster.pid"));
    return new Database(
        server,
        ProcessHandle.of(Long.parseLong(file.get(0).strip())).orElseThrow(),
        Integer.parseInt(file.get(PORT_LINE).strip()));
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /**
   * Processor time of all its processes so far; of those that have ended where there is a /proc.
   */
  Duration cpu() {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(ended(), Duration::plus);
  }

  /** What its first process has waited for: connections that were closed. */
  private Duration ended() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[ENDED_USER]) + Long.parseLong(fields[ENDED_USER + 1]);
      return TICK.multipliedBy(ticks);
    } catch (IOException noProc) {
      return Duration.ZERO;
    }
  }

  /** As the superuser. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/%s".formatted(port, NAME), SUPERUSER, "");
  }

  /** Does something as the superuser. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The answer to a query for one value. */
  public String ask(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** The number of rows of a table, or of what stands after {@code from}. */
  public long count(String of) throws SQLException {
    return Long.parseLong(ask("select count(*) from " + of));
  }

  /** Counts until there are so many, but only so long; answers with the last count. */
  long awaitCount(String of, long atLeast) throws SQLException {
    long end = System.nanoTime() + LIMIT_NANOS;
    long count = count(of);
    while (count < atLeast && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
      count = count(of);
    }
    return count;
  }

  /** Stops all its processes with SIGSTOP: the worst outage, since no connection breaks. */
  DatabaseProcesses freeze() {
    return DatabaseProcesses.freeze(process);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
