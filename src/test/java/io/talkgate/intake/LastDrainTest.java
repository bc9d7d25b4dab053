package io.talkgate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A replica that ends leaves nothing in its spool that the database would take. */
class LastDrainTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  @Test
  void endsWhenTheSpoolIsEmpty() {
    AtomicLong pending = new AtomicLong(4);
    try (LogLines lines = LogLines.of(LastDrain.class)) {
      assertTimeoutPreemptively(
          AT_ONCE,
          () ->
              stop(
                  new LastDrain(
                      () -> pending.updateAndGet(n -> Math.max(0, n - 1)), () -> false, LONG)));

      assertEquals(0, pending.get());
      assertEquals(List.of(), lines.levels());
    }
  }

  @Test
  void doesNotWaitForADatabaseThatIsAwayAndSaysWhatIsLeft() {
    try (LogLines lines = LogLines.of(LastDrain.class)) {
      assertTimeoutPreemptively(AT_ONCE, () -> stop(new LastDrain(() -> 7, () -> true, LONG)));

      assertEquals(List.of("WARN"), lines.levels());
    }
  }

  @Test
  void waitsNoLongerThanItsTime() {
    long start = System.nanoTime();
    Duration limit = Duration.ofMillis(100);
    try (LogLines lines = LogLines.of(LastDrain.class)) {
      assertTimeoutPreemptively(AT_ONCE, () -> stop(new LastDrain(() -> 7, () -> false, limit)));

      assertTrue(System.nanoTime() - start >= limit.toNanos());
      assertEquals(List.of("WARN"), lines.levels());
    }
  }

  private static void stop(LastDrain drain) {
    drain.atStop(new ShutdownEvent());
  }
}
