package io.talkgate.faults;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What NAVER's calls came to. */
final class Answers {
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final long began = System.nanoTime();
  private Slow worst = new Slow(0, 0);
  private final Map<Integer, Integer> others = new ConcurrentHashMap<>();

  void answered(int status, long nanos) {
    if (status == 200) {
      accepted.increment();
    } else {
      others.merge(status, 1, Integer::sum);
    }
    took(nanos);
  }

  private synchronized void took(long nanos) {
    if (nanos > worst.nanos) {
      worst = new Slow(nanos, System.nanoTime() - began);
    }
  }

  private record Slow(long nanos, long after) {}

  /** Nobody listened: the call was never made. */
  void wasRefused() {
    refused.increment();
  }

  /** The connection ended, or the answer did not come in time. */
  void wasUnanswered(long nanos) {
    unanswered.incrementAndGet();
    took(nanos);
  }

  long accepted() {
    return accepted.sum();
  }

  long refused() {
    return refused.sum();
  }

  int unanswered() {
    return unanswered.get();
  }

  /** How often each status other than 200 was answered. */
  Map<Integer, Integer> others() {
    return new TreeMap<>(others);
  }

  synchronized Duration worst() {
    return Duration.ofNanos(worst.nanos);
  }

  /** How long after the first calls the worst of them ended. */
  synchronized Duration worstAfter() {
    return Duration.ofNanos(worst.after);
  }
}
