package io.talkgate.bench;

import java.util.Map;

/**
 * What came of a load.
 *
 * @param seconds from the start to the last answer
 * @param kept calls answered 200
 * @param messages those of them that add a message
 * @param others calls answered otherwise, by status
 * @param unanswered calls whose connection broke, or whose answer did not come
 * @param latency of all answered calls
 */
record LoadResult(
    double seconds,
    long kept,
    long messages,
    Map<Integer, Long> others,
    long unanswered,
    Histogram latency) {

  double perSecond() {
    return kept / seconds;
  }

  /** Calls that were not answered 200. */
  long not200() {
    return others.values().stream().mapToLong(Long::longValue).sum() + unanswered;
  }
}
