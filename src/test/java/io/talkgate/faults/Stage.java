package io.talkgate.faults;

import io.talkgate.process.Launch;
import io.talkgate.testing.FaultyProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fault happens to: the database, the services and NAVER's calls. */
final class Stage {
  private static final Duration LEAST = Duration.ofSeconds(2);
  private static final int MOST_WHEN_SHORT = 100;
  private static final Duration ACCEPTING_LIMIT = Duration.ofSeconds(20);
  private static final Duration TOKENS_LIMIT = Duration.ofSeconds(30);
  private static final Duration LEAST_ARRIVAL_LIMIT = Duration.ofSeconds(25);

  private final Closing closing;
  private final Path directory;
  private final double scale;
  private final DatabaseServer database;
  private final Optional<SmallDisk> databaseDisk;
  private final Optional<SmallDisk> spoolDisk;
  private final Optional<FaultyProxy> proxy;
  private final List<Replica> replicas = new ArrayList<>();
  private final Gateway gateway;
  private final Traffic traffic;
  private String note = "";

  /** Builds it up and lets NAVER begin to call. */
  Stage(Closing closing, Template template, Given given, Path directory, double scale) {
    this.closing = closing;
    this.directory = directory;
    this.scale = scale;
    closing.add(() -> Commands.run("rm", "-rf", directory.toString()));
    Path files = made(directory.resolve("postgres"));
    databaseDisk = disk(files, given.databaseMegabytes());
    template.copyTo(files);
    database = new DatabaseServer(template.programs(), files);
    closing.add(database);
    database.start();
    proxy = given.proxied() ? Optional.of(FaultyProxy.to(database.port())) : Optional.empty();
    proxy.ifPresent(closing::add);
    spoolDisk = disk(directory.resolve("service-0").resolve("spool"), given.spoolMegabytes());
    for (int i = 0; i < given.replicas(); i++) {
      replicas.add(replica(template, given, i));
    }
    gateway = new Gateway(replicas);
    closing.add(gateway);
    traffic = new Traffic(gateway, rate(given.eventsPerSecond()));
    closing.add(traffic);
    traffic.begin();
    Pause.until("every service keeps the tokens on its disk", TOKENS_LIMIT, this::tokensAreKept);
  }

  DatabaseServer database() {
    return database;
  }

  FaultyProxy network() {
    return proxy.orElseThrow();
  }

  SmallDisk databaseDisk() {
    return databaseDisk.orElseThrow();
  }

  SmallDisk spoolDisk() {
    return spoolDisk.orElseThrow();
  }

  Replica service() {
    return replicas.get(0);
  }

  List<Replica> services() {
    return replicas;
  }

  Traffic traffic() {
    return traffic;
  }

  Path directory() {
    return directory;
  }

  /** Lets so much time pass, times the scale of this run, but two seconds at least. */
  void lasts(Duration duration) {
    Duration scaled = Duration.ofMillis((long) (duration.toMillis() * scale));
    Pause.of(scaled.compareTo(LEAST) < 0 && duration.compareTo(LEAST) > 0 ? LEAST : scaled);
  }

  /** Waits until calls are accepted for two seconds on end, and none answered otherwise. */
  void awaitEveryCallAccepted(String when) {
    boolean accepted =
        Pause.within(
            ACCEPTING_LIMIT,
            () -> {
              long before = traffic.answers().accepted();
              Map<Integer, Integer> others = traffic.answers().others();
              Pause.of(LEAST);
              return traffic.answers().accepted() > before
                  && traffic.answers().others().equals(others);
            });
    if (!accepted) {
      throw new AssertionError(when + ", and calls are still not accepted");
    }
  }

  /** So many, times the scale of this run, but at least some. */
  int times(int full, int least) {
    return Math.max(least, (int) (full * scale));
  }

  void note(String what) {
    note = note.isEmpty() ? what : note + ", " + what;
  }

  /** Ends the calls, waits for the last event to arrive in the database, and compares. */
  Row result(Fault fault) throws SQLException {
    traffic.close();
    Answers answers = traffic.answers();
    Verifier verifier = new Verifier(database);
    Duration limit = LEAST_ARRIVAL_LIMIT.plusMillis((long) (65_000 * scale));
    int mayBeLost = fault.then().lost();
    if (!verifier.arrive(answers.accepted() - mayBeLost, limit)) {
      note("not all had arrived after " + limit.toSeconds() + " s");
    }
    Found found = verifier.settled(traffic.customers(), mayBeLost, limit);
    note("the slowest answer came after %d s".formatted(answers.worstAfter().toSeconds()));
    return new Row(
        fault.name(),
        answers.accepted(),
        answers.others(),
        answers.unanswered(),
        answers.refused(),
        found,
        answers.worst().toMillis(),
        note);
  }

  /** A shortened run shares its machine with a build: it is about what is kept, not about speed. */
  private int rate(int full) {
    return scale < 1 ? Math.min(full, MOST_WHEN_SHORT) : full;
  }

  private Replica replica(Template template, Given given, int number) {
    int port = proxy.map(FaultyProxy::port).orElseGet(database::port);
    Path dataDir = directory.resolve("service-" + number);
    Launch launch = template.launch(dataDir, port);
    given
        .environment()
        .forEach(
            (name, value) -> launch.with(name, value.replace("{stage}", directory.toString())));
    Replica replica = new Replica(launch, template.webhookPath());
    closing.add(replica);
    replica.start();
    return replica;
  }

  private Optional<SmallDisk> disk(Path at, int megabytes) {
    if (megabytes == 0) {
      return Optional.empty();
    }
    SmallDisk disk = SmallDisk.at(at, megabytes);
    closing.add(disk);
    return Optional.of(disk);
  }

  private boolean tokensAreKept() {
    return replicas.stream()
        .allMatch(replica -> Files.exists(replica.dataDir().resolve("webhook-tokens")));
  }

  private static Path made(Path directory) {
    try {
      return Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
