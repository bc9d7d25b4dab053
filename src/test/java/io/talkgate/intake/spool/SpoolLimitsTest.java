package io.talkgate.intake.spool;

import static io.talkgate.intake.spool.Spools.LIMIT;
import static io.talkgate.intake.spool.Spools.append;
import static io.talkgate.intake.spool.Spools.event;
import static io.talkgate.intake.spool.Spools.open;
import static io.talkgate.intake.spool.Spools.pending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.subscription.Cancellable;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Together;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bounds of disk, queue and time, and one force for many. */
class SpoolLimitsTest {
  @TempDir Path directory;

  private final FaultyFiles files = new FaultyFiles();

  @Test
  void theSizeLimitHoldsAndEndsWithDraining() {
    SpoolSettings settings = new SpoolSettings(10_000, 2_000, 100, 100_000, 5_000);
    try (Spool spool = Spool.open(directory, settings, new TestSeal())) {
      int taken = 0;
      boolean full = false;
      while (!full && taken < 50) {
        try {
          append(spool, event(taken, new byte[500]));
          taken++;
        } catch (SpoolFullException expected) {
          full = true;
        }
      }
      assertTrue(taken >= 14 && spool.bytes() <= 10_000, taken + ", " + spool.bytes());
      assertTrue(spool.alarming());
      spool.acknowledge(spool.next(100, 100_000));
      append(spool, event(100, new byte[500]));
      assertEquals(List.of(100), pending(spool));
    }
  }

  @Test
  void aRecordBeyondTheQueuesBytesIsNeverTaken() {
    SpoolSettings settings = new SpoolSettings(1_000_000, 2_000, 100, 1_000, 5_000);
    try (Spool spool = Spool.open(directory, settings, new TestSeal())) {
      assertThrows(SpoolFullException.class, () -> append(spool, event(1, new byte[1000])));
      append(spool, event(2, new byte[800]));
    }
  }

  @Test
  void aHangingDiskFillsTheQueueAndThenRefusesAtOnce() {
    SpoolSettings settings = new SpoolSettings(1_000_000, 100_000, 10, 100_000, 5_000);
    try (Spool spool = Spool.open(directory, settings, new TestSeal(), files)) {
      files.disk.acquireUninterruptibly();
      List<CompletableFuture<Void>> waiting = subscribe(spool, 1, 10);
      assertThrows(SpoolFullException.class, () -> append(spool, event(11)));
      assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone), "not durable yet");
      assertTrue(spool.pendingRecords() == 0 && !spool.isEmpty());
      files.disk.release();
      waiting.forEach(CompletableFuture::join);
      append(spool, event(12));
      assertEquals(11, pending(spool).size());
    }
  }

  @Test
  void theQueueIsBoundedInBytesToo() {
    SpoolSettings settings = new SpoolSettings(1_000_000, 100_000, 100, 10_000, 5_000);
    try (Spool spool = Spool.open(directory, settings, new TestSeal(), files)) {
      files.disk.acquireUninterruptibly();
      CompletableFuture<Void> large =
          spool.append(event(1, new byte[9_000])).subscribeAsCompletionStage();
      assertThrows(SpoolFullException.class, () -> append(spool, event(2, new byte[900])));
      files.disk.release();
      large.join();
      append(spool, event(3, new byte[900]));
    }
  }

  @Test
  void whoeverGaveUpBeforeTheWritingIsNotHalfKept() {
    try (Spool spool = open(directory, files)) {
      files.disk.acquireUninterruptibly();
      CompletableFuture<Void> beingWritten = spool.append(event(1)).subscribeAsCompletionStage();
      Eventually.get(files.forces::get, forces -> forces == 1);
      Cancellable gaveUp = spool.append(event(2)).subscribe().with(done -> {});
      CompletableFuture<Void> patient = spool.append(event(3)).subscribeAsCompletionStage();
      gaveUp.cancel();
      files.disk.release();
      beingWritten.join();
      patient.join();
      assertEquals(List.of(1, 3), pending(spool));
      assertEquals(2, files.forces.get());
    }
  }

  @Test
  void tenThousandAtOnceShareFewForces() throws Exception {
    try (Spool spool = open(directory, files)) {
      List<List<CompletableFuture<Void>>> all =
          Together.call(
              appendAll(spool, 1, 2500),
              appendAll(spool, 2501, 5000),
              appendAll(spool, 5001, 7500),
              appendAll(spool, 7501, 10_000));
      for (List<CompletableFuture<Void>> some : all) {
        some.forEach(append -> append.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join());
      }
      assertTrue(files.forces.get() < 1000, files.forces + " forces");
      List<Integer> numbers = pending(spool);
      assertEquals(10_000, numbers.size());
      Set<Integer> distinct = new HashSet<>(numbers);
      assertEquals(10_000, distinct.size());
      for (int first : List.of(1, 2501, 5001, 7501)) {
        List<Integer> ofOneCaller =
            numbers.stream().filter(n -> n >= first && n < first + 2500).toList();
        assertEquals(Spools.numbers(first, first + 2499), ofOneCaller);
      }
    }
  }

  private static Callable<List<CompletableFuture<Void>>> appendAll(Spool spool, int from, int to) {
    return () -> subscribe(spool, from, to);
  }

  private static List<CompletableFuture<Void>> subscribe(Spool spool, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(n -> spool.append(event(n)).subscribeAsCompletionStage())
        .toList();
  }
}
