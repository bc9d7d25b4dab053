package io.talkgate.deliverybench;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The calls of links, as NAVER counts them. */
final class Calls {
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final double NANOS = 1e9;

  /** So many within 3 s, and NAVER blocks the caller (protocol §3 [268]). */
  static final int THIRTY = 30;

  private final Collection<List<Receipt>> byLink;

  Calls(List<Receipt> receipts) {
    byLink = receipts.stream().collect(Collectors.groupingBy(Receipt::key)).values();
  }

  /** The most calls of one link in any 3 s. */
  int mostIn3Seconds() {
    return byLink.stream().mapToInt(Calls::mostIn3Seconds).max().orElse(0);
  }

  /** What share of its pace (calls per second beyond a burst) each link used, the least of all. */
  double leastUsed(double ratePerSecond, int burst) {
    return byLink.stream().mapToDouble(calls -> used(calls, ratePerSecond, burst)).min().orElse(0);
  }

  /** Seconds from the first to the last call of all. */
  double seconds() {
    long first = byLink.stream().mapToLong(calls -> calls.get(0).nanos()).min().orElse(0);
    long last =
        byLink.stream().mapToLong(calls -> calls.get(calls.size() - 1).nanos()).max().orElse(0);
    return (last - first) / NANOS;
  }

  private static double used(List<Receipt> calls, double ratePerSecond, int burst) {
    double nanos = calls.get(calls.size() - 1).nanos() - calls.get(0).nanos();
    return (calls.size() - burst) / ratePerSecond / (nanos / NANOS);
  }

  private static int mostIn3Seconds(List<Receipt> calls) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < calls.size(); last++) {
      while (calls.get(last).nanos() - calls.get(first).nanos() > WINDOW_NANOS) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
