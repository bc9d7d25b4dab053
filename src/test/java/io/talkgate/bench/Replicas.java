package io.talkgate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Three replicas on one database beside one of them alone, in turn: they share the processors, so
 * the point is that waiting for each other's locks does not bring them down. Every customer's calls
 * come to all replicas.
 */
final class Replicas {
  private static final int COUNT = 3;

  private record Round(LoadResult one, LoadResult together) {
    double ratio() {
      return together.perSecond() / one.perSecond();
    }
  }

  private final Knobs knobs;
  private final Database database;
  private final Service first;
  private final List<String> paths;

  Replicas(Knobs knobs, Database database, Service first, List<String> paths) {
    this.knobs = knobs;
    this.database = database;
    this.first = first;
    this.paths = paths;
  }

  /** Starts the others and measures; false if a call that was answered 200 is missing. */
  boolean run(Report report, Closing closing, Path directory, String key) throws Exception {
    List<Service> replicas = new ArrayList<>(List.of(first));
    while (replicas.size() < COUNT) {
      Path data = directory.resolve("replica" + replicas.size());
      replicas.add(closing.add(Service.start(data, database, key, knobs)));
    }
    long before = database.count("events");
    Kept kept = new Kept(database);
    List<Round> rounds = new ArrayList<>();
    try (Load one = load(List.of(first));
        Load together = load(replicas)) {
      kept.add(together.run(Pace.closed(knobs.warmup())));
      for (int round = 0; round < knobs.rounds(); round++) {
        rounds.add(round(kept, one, together));
      }
    }
    report(report, rounds, replicas);
    long added = database.awaitCount("events", before + kept.answered()) - before;
    report.add("calls answered 200", kept.answered());
    report.add("rows in the ledger for them", added);
    return added >= kept.answered();
  }

  private Load load(List<Service> replicas) throws IOException {
    List<Integer> ports = replicas.stream().map(Service::port).toList();
    return new Load(ports, knobs.connections(), Calls.of(paths, knobs.customers()));
  }

  private Round round(Kept kept, Load one, Load together) throws IOException {
    Round round =
        new Round(
            kept.add(one.run(Pace.closed(knobs.seconds()))),
            kept.add(together.run(Pace.closed(knobs.seconds()))));
    System.out.printf(
        Locale.ROOT,
        "  round: one %.0f events/s, %d together %.0f, ratio %.2f%n",
        round.one().perSecond(),
        COUNT,
        round.together().perSecond(),
        round.ratio());
    return round;
  }

  private void report(Report report, List<Round> rounds, List<Service> replicas) {
    report.section(
        "%d replicas on one database, median of %d rounds of %d s"
            .formatted(COUNT, knobs.rounds(), knobs.seconds()));
    report.add("events/s of one", median(rounds, round -> round.one().perSecond()));
    report.add("events/s of all together", median(rounds, round -> round.together().perSecond()));
    report.add("ratio (wanted: 0.6)", median(rounds, Round::ratio));
    report.add("p99 ms of one", median(rounds, round -> round.one().latency().millisAt(0.99)));
    report.add(
        "p99 ms of all together",
        median(rounds, round -> round.together().latency().millisAt(0.99)));
    report.add(
        "calls answered otherwise or not at all",
        rounds.stream().mapToLong(round -> round.one().not200() + round.together().not200()).sum());
    report.add(
        "RSS of the largest, MiB", replicas.stream().mapToDouble(Service::rss).max().orElse(0));
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
