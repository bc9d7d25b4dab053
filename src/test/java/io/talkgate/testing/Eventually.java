package io.talkgate.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits, with a limit, for something that another thread or process brings about. */
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Eventually() {}

  /** Asks until the answer is as expected; fails with the last answer if it never is. */
  public static <T> T get(Supplier<T> question, Predicate<T> expected) {
    return get(question, expected, LIMIT);
  }

  /** The same for what may take longer. */
  public static <T> T get(Supplier<T> question, Predicate<T> expected, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    T answer = question.get();
    while (!expected.test(answer)) {
      if (System.nanoTime() > end) {
        return fail("not within " + limit + "; the last answer was " + answer);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = question.get();
    }
    return answer;
  }
}
