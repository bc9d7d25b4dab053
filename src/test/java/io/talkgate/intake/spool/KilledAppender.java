package io.talkgate.intake.spool;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.StartRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Another process: appends until it is killed, and prints what was promised to be durable. */
final class KilledAppender {
  private static final int GROUP = 20;

  private KilledAppender() {}

  public static void main(String[] arguments) {
    try (Spool spool =
        Spool.open(Path.of(arguments[0]), Spools.segmentsOf(20_000), new TestSeal())) {
      for (int first = Integer.parseInt(arguments[1]); true; first += GROUP) {
        append(spool, first);
      }
    } catch (StartRefused e) {
      System.out.println("refused: " + e.getMessage());
    }
  }

  private static void append(Spool spool, int first) {
    List<Uni<Void>> appends =
        IntStream.range(first, first + GROUP)
            .mapToObj(n -> spool.append(Spools.event(n)).invoke(() -> System.out.println(n)))
            .toList();
    Uni.join().all(appends).andFailFast().await().atMost(Spools.LIMIT);
  }
}
