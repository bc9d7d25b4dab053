package io.talkgate.intake.spool;

import static io.talkgate.intake.spool.Spools.all;
import static io.talkgate.intake.spool.Spools.event;
import static io.talkgate.intake.spool.Spools.number;
import static io.talkgate.intake.spool.Spools.open;
import static io.talkgate.intake.spool.Spools.pending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
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
        io.talkgate.testing.Eventually.get(completed::size, size -> size > already + 50);
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
    Set<Integer> promised = new TreeSet<>();
    for (int round = 0; round < 3; round++) {
      Process process = startOther(round * 100_000);
      try (BufferedReader output = process.inputReader()) {
        for (int lines = 0; lines < 300 + 97 * round; lines++) {
          promised.add(Integer.valueOf(nextLine(output)));
        }
        process.destroyForcibly();
        output
            .lines()
            .filter(line -> line.endsWith("0"))
            .map(Integer::valueOf)
            .forEach(promised::add);
      }
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    }
    try (Spool spool = open(temp)) {
      List<Integer> held = pending(spool);
      assertTrue(held.containsAll(promised));
      assertEquals(new TreeSet<>(held).stream().toList(), held);
      assertEquals(0, spool.damagedRecords());
    }
  }

  @Test
  void aSecondProcessIsRefused() throws Exception {
    try (Spool spool = open(temp)) {
      Process process = startOther(1);
      try (BufferedReader output = process.inputReader()) {
        String line = nextLine(output);
        assertTrue(
            line.matches("refused: spool directory .* is in use by another process; .*"), line);
      }
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      Spools.append(spool, 1, 1);
    }
  }

  private Process startOther(int first) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            KilledAppender.class.getName(),
            temp.toString(),
            String.valueOf(first))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String nextLine(BufferedReader output) throws IOException {
    String line = output.readLine();
    assertNotNull(line, "the other process ended early");
    return line;
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
    assertNotNull(all(spool));
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
