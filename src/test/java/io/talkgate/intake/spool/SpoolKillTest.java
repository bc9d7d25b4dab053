package io.talkgate.intake.spool;

import static io.talkgate.intake.spool.Spools.event;
import static io.talkgate.intake.spool.Spools.number;
import static io.talkgate.intake.spool.Spools.open;
import static io.talkgate.intake.spool.Spools.pending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment: what was completed is there, what was acknowledged may come again. */
class SpoolKillTest {
  @TempDir Path temp;

  private final Set<Integer> completed = new ConcurrentSkipListSet<>();
  private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();

  @Test
  void aCopyMadeAtAnyMomentHoldsAllThatWasCompletedAndNotDrained() throws Exception {
    Path live = temp.resolve("live");
    AtomicBoolean running = new AtomicBoolean(true);
    try (Spool spool = Spool.open(live, Spools.segmentsOf(5_000), new TestSeal())) {
      Thread appender = start(() -> appendWhile(running, spool));
      Thread drainer = start(() -> drainWhile(running, spool));
      for (int round = 0; round < 15; round++) {
        int already = completed.size();
        Eventually.get(completed::size, size -> size > already + 50);
        Set<Integer> promised = new TreeSet<>(completed);
        Path copy = copy(live, temp.resolve("copy" + round));
        promised.removeAll(acknowledged);
        assertHolds(copy, promised);
      }
      running.set(false);
      appender.join();
      drainer.join();
    }
  }

  private void assertHolds(Path copy, Set<Integer> promised) {
    try (Spool spool = open(copy)) {
      List<Integer> held = pending(spool);
      assertTrue(held.containsAll(promised), () -> promised + " not all in " + held);
      assertEquals(new TreeSet<>(held).stream().toList(), held);
      assertEquals(0, spool.damagedRecords());
    }
  }

  @Test
  void aKilledProcessLeavesAllThatItCompleted() throws Exception {
    Path directory = temp.resolve("spool");
    Set<Integer> promised = new TreeSet<>();
    for (int round = 0; round < 3; round++) {
      int enough = 300 + 97 * round;
      Path output = temp.resolve("output" + round);
      Process process = startOther(directory, round * 100_000, output);
      Eventually.get(() -> lines(output).size(), size -> size >= enough);
      process.destroyForcibly();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      lines(output).forEach(line -> promised.add(Integer.valueOf(line)));
    }
    try (Spool spool = open(directory)) {
      List<Integer> held = pending(spool);
      assertTrue(held.containsAll(promised));
      assertEquals(new TreeSet<>(held).stream().toList(), held);
      assertEquals(0, spool.damagedRecords());
    }
  }

  @Test
  void aSecondProcessIsRefused() throws Exception {
    Path directory = temp.resolve("spool");
    try (Spool spool = open(directory)) {
      Path output = temp.resolve("output");
      Process process = startOther(directory, 1, output);
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      String line = lines(output).get(0);
      assertTrue(
          line.matches("refused: spool directory .* is in use by another process; .*"), line);
      Spools.append(spool, 1, 1);
    }
  }

  private static Process startOther(Path directory, int first, Path output) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            KilledAppender.class.getName(),
            directory.toString(),
            String.valueOf(first))
        .redirectOutput(output.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The lines printed so far; the last one may have been cut by the kill. */
  private static List<String> lines(Path output) {
    try {
      String text = Files.readString(output);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void appendWhile(AtomicBoolean running, Spool spool) {
    for (int n = 1; running.get(); n++) {
      int number = n;
      spool.append(event(n)).invoke(() -> completed.add(number)).await().atMost(Spools.LIMIT);
    }
  }

  private void drainWhile(AtomicBoolean running, Spool spool) {
    while (running.get()) {
      List<SpoolEntry> entries = spool.next(7, 10_000);
      entries.forEach(entry -> acknowledged.add(number(entry.record())));
      spool.acknowledge(entries);
    }
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  /** As a crash would leave it: nothing closed, nothing coordinated. */
  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.filter(file -> !file.endsWith("spool.lock")).toList()) {
        try {
          Files.copy(entry, to.resolve(entry.getFileName()));
        } catch (NoSuchFileException drainedMeanwhile) {
          assertTrue(Files.exists(from));
        }
      }
    }
    return to;
  }
}
