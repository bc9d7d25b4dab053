package io.talkgate.bench;

import io.talkgate.process.Production;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The load bench: {@code ./mvnw -Pbench verify}. Fails if anything that was answered 200 is lost.
 */
final class BenchMain {
  private final Knobs knobs;
  private final Report report = new Report(Knobs.RESULTS);
  private final Closing closing;

  private BenchMain(Knobs knobs, Closing closing) {
    this.knobs = knobs;
    this.closing = closing;
  }

  public static void main(String... arguments) throws Exception {
    Class.forName("org.postgresql.Driver");
    Knobs knobs = Knobs.ofSystemProperties();
    Path directory = Files.createTempDirectory(Files.createDirectories(Knobs.RESULTS), "run");
    boolean complete;
    try (Closing closing = new Closing()) {
      if (!knobs.keep()) {
        closing.add(() -> Directories.delete(directory));
      }
      complete = new BenchMain(knobs, closing).run(directory);
    }
    if (!complete) {
      throw new IllegalStateException("calls that were answered 200 are not in the database");
    }
  }

  private boolean run(Path directory) throws Exception {
    Database database = closing.add(Database.start(directory.resolve("database")));
    String key = Production.newKey(directory);
    Service service =
        closing.add(Service.start(directory.resolve("service"), database, key, knobs));
    List<String> paths =
        ApprovedLinks.create(database, service.port(), knobs.links()).webhookPaths();
    PgBench pgbench = new PgBench(database, knobs.clients());
    Calls calls = Calls.of(paths, knobs.customers());
    try (Load load = new Load(service.port(), knobs.connections(), calls)) {
      machine(database);
      boolean complete = measure(database, service, pgbench, load, paths);
      if (knobs.parts().contains("replicas")) {
        Replicas replicas = new Replicas(knobs, database, service, paths);
        complete &= replicas.run(report, closing, directory, key);
      }
      return complete;
    } finally {
      report.write();
    }
  }

  private boolean measure(
      Database database, Service service, PgBench pgbench, Load load, List<String> paths)
      throws Exception {
    Kept kept = new Kept(database);
    Rounds rounds = new Rounds(knobs, service, database, pgbench, load, kept);
    rounds.run(report);
    if (knobs.parts().contains("open")) {
      openLoop(load, kept, rounds.highest() * knobs.percent() / 100);
    }
    if (knobs.parts().contains("spool")) {
      new Outage(knobs, database, load, kept).run(report, closing);
    }
    boolean complete = kept.check(report, "after all of this");
    Beside beside = new Beside(load, kept);
    if (knobs.parts().contains("floods")) {
      complete &= new Floods(report, database, service, beside, kept, paths).run();
    }
    if (knobs.parts().contains("large")) {
      complete &=
          new LargeBodies(report, database, service, beside).run(paths.get(0), knobs.large());
    }
    if (knobs.curve()) {
      new Curve(knobs, database, load).run(report);
    }
    return complete;
  }

  private void openLoop(Load load, Kept kept, double perSecond) throws IOException {
    report.section("Open loop at %d %% of the highest rate".formatted(knobs.percent()));
    report.add("events/s arriving", perSecond);
    report.add(kept.add(load.run(Pace.openFor(perSecond, knobs.seconds()))));
  }

  private void machine(Database database) throws Exception {
    report.section("Machine");
    report.add("processors, shared by all", Runtime.getRuntime().availableProcessors());
    report.add(
        "load average at the start",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    report.add("Java", System.getProperty("java.runtime.version", ""));
    report.add("PostgreSQL", database.ask("show server_version"));
    report.add(
        "fsync, synchronous_commit",
        database.ask("show fsync") + ", " + database.ask("show synchronous_commit"));
    report.add("heap of the service", knobs.heap());
  }
}
