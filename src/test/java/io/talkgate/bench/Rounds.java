package io.talkgate.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Service and pgbench in turn, on the same server, so that what the machine does meets both. */
final class Rounds {
  private record Round(LoadResult load, double rows, Usage used) {
    double ratio() {
      return load.perSecond() / rows;
    }

    /** Of so many nanoseconds of processor time, how many processors that were. */
    double processors(long nanos) {
      return nanos / (load.seconds() * 1e9);
    }
  }

  private final Knobs knobs;
  private final Service service;
  private final Database database;
  private final PgBench pgbench;
  private final Load load;
  private final Kept kept;
  private final List<Round> rounds = new ArrayList<>();

  Rounds(Knobs knobs, Service service, Database database, PgBench pgbench, Load load, Kept kept) {
    this.knobs = knobs;
    this.service = service;
    this.database = database;
    this.pgbench = pgbench;
    this.load = load;
    this.kept = kept;
  }

  void run(Report report) throws IOException, InterruptedException {
    kept.add(load.run(Pace.closed(knobs.warmup())));
    for (int round = 0; round < knobs.rounds(); round++) {
      rounds.add(round());
      print(rounds.get(round));
    }
    report.section(
        "Closed loop, %d connections, %d customers, median of %d rounds of %d s"
            .formatted(knobs.connections(), knobs.customers(), knobs.rounds(), knobs.seconds()));
    report.add("events/s answered 200", median(round -> round.load().perSecond()));
    report.add("rows/s of " + pgbench.name(), median(Round::rows));
    report.add("ratio", median(Round::ratio));
    report.add("p50 ms", median(round -> round.load().latency().millisAt(0.5)));
    report.add("p99 ms", median(round -> round.load().latency().millisAt(0.99)));
    report.add("p99.9 ms", median(round -> round.load().latency().millisAt(0.999)));
    report.add("max ms, of all rounds", worst());
    report.add("events per batch", median(round -> round.used().eventsPerBatch()));
    used(report, "the service", Usage::service);
    used(report, "PostgreSQL", Usage::postgres);
    used(report, "the load generator", Usage::load);
    report.add("RSS of the service now, MiB", service.rss());
    report.add("RSS of the service at most, MiB", service.peakRss());
    report.add(
        "calls answered otherwise or not at all",
        rounds.stream().mapToLong(round -> round.load().not200()).sum());
  }

  /** The highest rate of a round, in events/s. */
  double highest() {
    return rounds.stream().mapToDouble(round -> round.load().perSecond()).max().orElse(0);
  }

  private void used(Report report, String by, ToLongFunction<Usage> nanos) {
    report.add(
        "processors used by " + by,
        median(round -> round.processors(nanos.applyAsLong(round.used()))));
  }

  private Round round() throws IOException, InterruptedException {
    Usage before = Usage.now(service, database);
    LoadResult result = kept.add(load.run(Pace.closed(knobs.seconds())));
    Usage used = Usage.now(service, database).since(before);
    return new Round(result, pgbench.run(knobs.seconds()), used);
  }

  private static void print(Round round) {
    System.out.printf(
        Locale.ROOT,
        "  round: %.0f events/s, %.0f rows/s, ratio %.2f, p99 %.1f ms%n",
        round.load().perSecond(),
        round.rows(),
        round.ratio(),
        round.load().latency().millisAt(0.99));
  }

  private double median(ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private double worst() {
    return rounds.stream().mapToDouble(round -> round.load().latency().maxMillis()).max().orElse(0);
  }
}
