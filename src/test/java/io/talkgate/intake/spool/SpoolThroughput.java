package io.talkgate.intake.spool;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Prints how fast this machine's disk is as a spool; the directory is the only argument. */
final class SpoolThroughput {
  private static final int EVENTS = 100_000;
  private static final int AT_ONCE = 64;
  private static final double NANOS = 1e9;

  private SpoolThroughput() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    SpoolSettings settings = SpoolSettings.defaults();
    try (Spool spool = Spool.open(directory, settings, new TestSeal())) {
      print("appended, 64 at once", () -> append(spool));
    }
    long opening = System.nanoTime();
    try (Spool spool = Spool.open(directory, settings, new TestSeal())) {
      System.out.printf("opened in %.2f s%n", (System.nanoTime() - opening) / NANOS);
      print("drained", () -> drain(spool));
    }
  }

  private static void append(Spool spool) {
    for (int first = 0; first < EVENTS; first += AT_ONCE) {
      List<Uni<Void>> appends =
          IntStream.range(first, first + AT_ONCE)
              .mapToObj(n -> spool.append(Spools.event(n, new byte[300])))
              .toList();
      Uni.join().all(appends).andFailFast().await().atMost(Spools.LIMIT);
    }
  }

  private static void drain(Spool spool) {
    List<SpoolEntry> entries = spool.next(500, Spools.MIB);
    while (!entries.isEmpty()) {
      spool.acknowledge(entries);
      entries = spool.next(500, Spools.MIB);
    }
  }

  private static void print(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / NANOS;
    System.out.printf("%s: %.0f events/s%n", what, EVENTS / seconds);
  }
}
