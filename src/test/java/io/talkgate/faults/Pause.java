package io.talkgate.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets time pass, which is what a fault that lasts is made of. */
public final class Pause {
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

  private Pause() {}

  /** So long. */
  public static void of(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Waits for something; false if it does not come within the limit. */
  public static boolean within(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      of(BETWEEN_QUESTIONS);
    }
    return true;
  }

  /** Waits for something that has to come within the limit. */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    if (!within(limit, condition)) {
      throw new IllegalStateException("not within " + limit + ": " + what);
    }
  }
}
