package io.talkgate.intake.spool;

/**
 * The spool's limits, all in bytes but one.
 *
 * @param maxBytes of all segments on the disk, acknowledged records of living segments included
 * @param segmentBytes at which a new segment is begun; a bigger record gets a segment of its own
 * @param queueRecords how many records may wait for the disk
 * @param queueBytes how many bytes of bodies may wait for the disk; a bigger record is never taken
 * @param alarmBytes at which {@link Spool#alarming} says so
 */
public record SpoolSettings(
    long maxBytes, long segmentBytes, int queueRecords, long queueBytes, long alarmBytes) {
  private static final long MIB = 1024 * 1024;

  /** Offsets within a segment are kept as ints. */
  private static final long LARGEST_SEGMENT = 1024 * MIB;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is not positive, or a segment exceeds 1 GiB or the
   *     queue 512 MiB
   */
  public SpoolSettings {
    if (maxBytes < 1 || segmentBytes < 1 || queueRecords < 1 || queueBytes < 1 || alarmBytes < 1) {
      throw new IllegalArgumentException("the spool's limits must be positive");
    }
    if (segmentBytes > LARGEST_SEGMENT || queueBytes > LARGEST_SEGMENT / 2) {
      throw new IllegalArgumentException(
          "the spool's segments may have 1 GiB, its queue 512 MiB at most");
    }
  }

  /** 1 GiB in segments of 64 MiB, alarm at a quarter; 10,000 records or 32 MiB may wait. */
  public static SpoolSettings defaults() {
    return new SpoolSettings(1024 * MIB, 64 * MIB, 10_000, 32 * MIB, 256 * MIB);
  }
}
