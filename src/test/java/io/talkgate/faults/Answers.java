package io.talkgate.faults;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What NAVER's calls came to. */
final class Answers {
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicLong worstNanos = new AtomicLong();
  private final Map<Integer, Integer> others = new ConcurrentHashMap<>();

  void answered(int status, long nanos) {
    if (status == 200) {
      accepted.increment();
    } else {
      others.merge(status, 1, Integer::sum);
    }
    worstNanos.accumulateAndGet(nanos, Math::max);
  }

  /** Nobody listened: the call was never made. */
  void wasRefused() {
    refused.increment();
  }

  /** The connection ended, or the answer did not come in time. */
  void wasUnanswered(long nanos) {
    unanswered.incrementAndGet();
    worstNanos.accumulateAndGet(nanos, Math::max);
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

  Duration worst() {
    return Duration.ofNanos(worstNanos.get());
  }
}
