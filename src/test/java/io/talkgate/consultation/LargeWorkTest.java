package io.talkgate.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An event loop serves everybody: nobody's 10 MiB may hold it up. */
class LargeWorkTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final long LARGE = 256L * 1024;

  @Test
  void littleIsDoneWhereItIs() {
    assertEquals(Thread.currentThread(), threadOf(LARGE - 1));
  }

  @Test
  void muchIsDoneOnAWorker() {
    assertNotEquals(Thread.currentThread(), threadOf(LARGE));
  }

  private static Thread threadOf(long bytes) {
    return LargeWork.of(bytes, Thread::currentThread).await().atMost(LIMIT);
  }
}
