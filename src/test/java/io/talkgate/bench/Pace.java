package io.talkgate.bench;

import java.util.function.BooleanSupplier;

/** When the next call is due. Not for several threads. */
interface Pace {
  /** Nothing is due yet. */
  long NOT_YET = Long.MAX_VALUE;

  /**
   * When the next call was or is due, from which its latency is counted, or {@link #NOT_YET}; times
   * are those of {@link System#nanoTime}.
   */
  long due(long now);

  /** A call was started. */
  void started();

  /** No more calls. */
  boolean isOver(long now);

  /** Closed loop: the next call as soon as a connection is free, for so many seconds. */
  static Pace closed(int seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    return asFastAsPossible(() -> System.nanoTime() - end >= 0);
  }

  /** Closed loop until told to end. */
  static Pace asFastAsPossible(BooleanSupplier over) {
    return new Pace() {
      @Override
      public long due(long now) {
        return now;
      }

      @Override
      public void started() {}

      @Override
      public boolean isOver(long now) {
        return over.getAsBoolean();
      }
    };
  }

  /** Closed loop, so many calls. */
  static Pace closedFor(long calls) {
    return new Pace() {
      private long left = calls;

      @Override
      public long due(long now) {
        return left > 0 ? now : NOT_YET;
      }

      @Override
      public void started() {
        left--;
      }

      @Override
      public boolean isOver(long now) {
        return left <= 0;
      }
    };
  }

  /**
   * Open loop: calls are due at fixed times, whether or not earlier ones were answered. One that
   * finds no free connection waits, and its wait counts (no coordinated omission).
   */
  static Pace open(double perSecond, BooleanSupplier over) {
    long start = System.nanoTime();
    double between = 1e9 / perSecond;
    return new Pace() {
      private long calls;

      @Override
      public long due(long now) {
        long next = start + (long) (calls * between);
        return next - now <= 0 ? next : NOT_YET;
      }

      @Override
      public void started() {
        calls++;
      }

      @Override
      public boolean isOver(long now) {
        return over.getAsBoolean();
      }
    };
  }

  /** Open loop for so many seconds. */
  static Pace openFor(double perSecond, int seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    return open(perSecond, () -> System.nanoTime() - end >= 0);
  }
}
