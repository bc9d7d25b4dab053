package io.talkgate.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bare single-row insert, prepared, one transaction each, into a table with nothing but a primary
 * key: what the database server can do at all. By pgbench where there is one, else by {@link
 * InsertLoop}.
 */
final class PgBench {
  private static final String INSERT = "insert into bench_rows (a, t) values (1, 'a bare row')";
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private final Database database;
  private final int clients;
  private final boolean installed =
      Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
          .anyMatch(directory -> Files.isExecutable(Path.of(directory, "pgbench")));

  PgBench(Database database, int clients) throws SQLException {
    this.database = database;
    this.clients = clients;
    database.execute("create table bench_rows (id bigserial primary key, a int, t text)");
  }

  /** What it is, for the report. */
  String name() {
    return (installed ? "pgbench" : "insert loop (no pgbench on the PATH)")
        + ", single-row insert, "
        + clients
        + " clients, prepared";
  }

  /** Rows/s. */
  double run(int seconds) throws IOException, InterruptedException {
    return installed
        ? runInstalled(seconds)
        : new InsertLoop(database, clients, INSERT).run(seconds);
  }

  private double runInstalled(int seconds) throws IOException, InterruptedException {
    Path script = Files.writeString(Knobs.RESULTS.resolve("insert.sql"), INSERT + ";\n");
    Path output = Knobs.RESULTS.resolve("pgbench.out");
    Process process =
        new ProcessBuilder(command(seconds, script))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      process.waitFor(seconds + 30L, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
    Matcher tps = TPS.matcher(Files.readString(output));
    if (!tps.find()) {
      throw new IllegalStateException("pgbench: " + Files.readString(output));
    }
    return Double.parseDouble(tps.group(1));
  }

  private List<String> command(int seconds, Path script) {
    return List.of(
        "pgbench",
        "-n",
        "-M",
        "prepared",
        "-h",
        "localhost",
        "-p",
        Integer.toString(database.port()),
        "-U",
        Database.SUPERUSER,
        "-c",
        Integer.toString(clients),
        "-j",
        "1",
        "-T",
        Integer.toString(seconds),
        "-f",
        script.toString(),
        Database.NAME);
  }
}
