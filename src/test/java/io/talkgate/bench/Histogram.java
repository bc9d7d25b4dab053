package io.talkgate.bench;

/**
 * Counts durations in buckets that are at most 1/128 of their value wide, without garbage. Not for
 * several threads.
 */
public final class Histogram {
  private static final int SUB_BITS = 7;
  private static final int SUBS = 1 << SUB_BITS;
  private static final int LONGEST_BITS = 42;
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] counts = new long[(LONGEST_BITS - SUB_BITS + 1) * SUBS];
  private long total;
  private long max;

  /** Counts a duration in nanoseconds; more than an hour counts as an hour. */
  public void add(long nanos) {
    long value = Math.min(Math.max(0, nanos), (1L << LONGEST_BITS) - 1);
    counts[bucket(value)]++;
    total++;
    max = Math.max(max, value);
  }

  /** The longest, in milliseconds; 0 of none. */
  public double maxMillis() {
    return max / NANOS_PER_MILLI;
  }

  /** The duration that this share of all (0 to 1) does not exceed, in milliseconds. */
  public double millisAt(double share) {
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      seen += counts[bucket];
      if (seen >= wanted && seen > 0) {
        return Math.min(upperEnd(bucket), max) / NANOS_PER_MILLI;
      }
    }
    return 0;
  }

  /** Values below {@link #SUBS} have a bucket each; above, each power of two has SUBS of them. */
  private static int bucket(long value) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(value) - SUB_BITS - 1);
    return shift * SUBS + (int) (value >>> shift);
  }

  private static long upperEnd(int bucket) {
    int shift = Math.max(0, bucket / SUBS - 1);
    long sub = bucket - (long) shift * SUBS;
    return ((sub + 1) << shift) - 1;
  }
}
