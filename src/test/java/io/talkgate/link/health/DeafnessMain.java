package io.talkgate.link.health;

import io.talkgate.link.health.RhythmSimulation.Found;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Prints how soon deafness is found, and how often wrongly: {@code ./mvnw -Pdeaf verify}, other
 * seeds as {@code -Ddeaf.seeds=3,4}. Ends with an error if a number of issue 5 is not reached.
 */
public final class DeafnessMain {
  private static final double NARROW = 1.15;
  private static final Duration DAY = Duration.ofDays(1);

  private boolean reached = true;

  private DeafnessMain() {}

  /** Runs it. */
  public static void main(String[] args) {
    DeafnessMain main = new DeafnessMain();
    String seeds = System.getProperty("deaf.seeds", "");
    Stream.of((seeds.isBlank() ? "20261125,1,2" : seeds).split(","))
        .flatMapToLong(seed -> LongStream.of(Long.parseLong(seed.strip())))
        .forEach(main::print);
    if (!main.reached) {
      throw new IllegalStateException("a number of the table is not reached");
    }
  }

  private void print(long seed) {
    RhythmSimulation rhythm = new RhythmSimulation(seed);
    rhythm.run();
    List<Duration> echoes = new EchoSimulation(seed).delays();
    System.out.printf(
        "%nSeed %d: %d links of 5 to 5,000 events a day, 30 days with 6 holidays, 40 blocks;"
            + " %d links have a rhythm%n",
        seed, RhythmSimulation.LINKS, rhythm.watched());
    System.out.println("| | wanted | found |");
    System.out.println("|---|---|---|");
    Duration longest = echoes.get(echoes.size() - 1);
    row("by echoes, after the third message: longest of 40", 60, longest.toMillis() / 1000.0, "s");
    row("by rhythm, 200 events a day: median", 75, median(rhythm.asked(), 200), "min");
    row("by rhythm, 2,000 events a day: median", 10, median(rhythm.asked(), 2000), "min");
    row("false alarms a day", 1, rhythm.falseAlarmsPerDay(), "");
    row("false alarms below 50 events a day", 0, rhythm.falseAlarmsOfSmall(), "");
    for (int perDay : new int[] {75, 500, 4000}) {
      System.out.printf(
          "| by rhythm, %d events a day: median | | %.0f min |%n",
          perDay, median(rhythm.asked(), perDay));
    }
    long found = rhythm.blocks().stream().filter(one -> one.delay().compareTo(DAY) < 0).count();
    System.out.printf(
        "| by rhythm, the 40 blocks: found within a day; median from 50 events a day on | | %d;"
            + " %.0f min |%n",
        found, medianFrom(rhythm.blocks()));
  }

  private void row(String what, double wanted, double found, String unit) {
    reached &= found <= wanted;
    System.out.printf("| %s | at most %.0f %s | %.2f %s |%n", what, wanted, unit, found, unit);
  }

  private static double median(List<Found> all, double perDay) {
    return median(
        all.stream()
            .filter(one -> one.perDay() < perDay * NARROW && one.perDay() > perDay / NARROW));
  }

  private static double medianFrom(List<Found> all) {
    return median(all.stream().filter(one -> one.perDay() >= Rhythm.LEAST_PER_DAY));
  }

  private static double median(Stream<Found> some) {
    double[] minutes = some.mapToDouble(one -> one.delay().toSeconds() / 60.0).sorted().toArray();
    return minutes.length == 0 ? Double.NaN : minutes[minutes.length / 2];
  }
}
