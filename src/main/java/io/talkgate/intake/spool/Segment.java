package io.talkgate.intake.spool;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What is kept in memory of one segment: eight bytes and two bits a record, as a full spool may
 * hold millions. Everything else is read from the file when it is drained. Guarded by {@link
 * Catalogue}.
 */
final class Segment {
  private static final int FIRST_CAPACITY = 256;
  private static final int NOTHING = -1;

  private final long number;
  private final BitSet settled = new BitSet();
  private final BitSet withheld = new BitSet();
  private int[] offsets = new int[FIRST_CAPACITY];
  private int[] receivedSeconds = new int[FIRST_CAPACITY];
  private int count;
  private int settledCount;
  private int withheldCount;
  private int oldest = NOTHING;
  private boolean oldestKnown = true;
  private long fileBytes;
  private boolean written;

  Segment(long number) {
    this.number = number;
  }

  long number() {
    return number;
  }

  void add(int offset, Instant received) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
      receivedSeconds = Arrays.copyOf(receivedSeconds, count * 2);
    }
    offsets[count] = offset;
    receivedSeconds[count] = (int) received.getEpochSecond();
    count++;
    oldestKnown = false;
  }

  /** False if it was settled before. */
  boolean settle(int ordinal) {
    if (settled.get(ordinal)) {
      return false;
    }
    settled.set(ordinal);
    settledCount++;
    if (withheld.get(ordinal)) {
      withheld.clear(ordinal);
      withheldCount--;
    }
    oldestKnown = false;
    return true;
  }

  /** As {@link #settle}, for what a list of acknowledgements says; unknown offsets are nothing. */
  void settleAt(int offset) {
    int ordinal = Arrays.binarySearch(offsets, 0, count, offset);
    if (ordinal >= 0) {
      settle(ordinal);
    }
  }

  void withhold(int ordinal) {
    if (!settled.get(ordinal) && !withheld.get(ordinal)) {
      withheld.set(ordinal);
      withheldCount++;
    }
  }

  /** The first record from the given one on that waits for the drainer; -1 if none does. */
  int nextPending(int from) {
    int ordinal = settled.nextClearBit(from);
    while (withheld.get(ordinal)) {
      ordinal = settled.nextClearBit(ordinal + 1);
    }
    return ordinal < count ? ordinal : NOTHING;
  }

  int offset(int ordinal) {
    return offsets[ordinal];
  }

  int pending() {
    return count - settledCount - withheldCount;
  }

  int withheld() {
    return withheldCount;
  }

  boolean isSettled() {
    return settledCount == count;
  }

  boolean hasRecords() {
    return count > 0;
  }

  /** Epoch seconds, unsigned, of the record received first that is not settled; -1 if none. */
  long oldestSecond() {
    if (!oldestKnown) {
      oldest = findOldest();
      oldestKnown = true;
    }
    return oldest == NOTHING ? NOTHING : Integer.toUnsignedLong(receivedSeconds[oldest]);
  }

  long fileBytes() {
    return fileBytes;
  }

  void fileBytes(long bytes) {
    fileBytes = bytes;
  }

  /** True while the writer may add to it. */
  boolean isWritten() {
    return written;
  }

  void written(boolean now) {
    written = now;
  }

  private int findOldest() {
    int found = NOTHING;
    for (int i = settled.nextClearBit(0); i < count; i = settled.nextClearBit(i + 1)) {
      if (found == NOTHING
          || Integer.compareUnsigned(receivedSeconds[i], receivedSeconds[found]) < 0) {
        found = i;
      }
    }
    return found;
  }
}
