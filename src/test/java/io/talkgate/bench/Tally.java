package io.talkgate.bench;

import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of calls. Not for several threads. */
final class Tally {
  private static final int OK = 200;

  private final Histogram latency = new Histogram();
  private final Map<Integer, Long> others = new TreeMap<>();
  private final long start = System.nanoTime();
  private long end = start;
  private long kept;
  private long messages;
  private long unanswered;

  void answered(int status, long nanos, boolean message) {
    latency.add(nanos);
    end = System.nanoTime();
    if (status == OK) {
      kept++;
      messages += message ? 1 : 0;
    } else {
      others.merge(status, 1L, Long::sum);
    }
  }

  /** The connection broke or the answer did not come in time. */
  void unanswered() {
    unanswered++;
  }

  LoadResult result() {
    return new LoadResult((end - start) / 1e9, kept, messages, others, unanswered, latency);
  }
}
