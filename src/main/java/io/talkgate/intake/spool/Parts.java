package io.talkgate.intake.spool;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Bodies on their way into the spool, and what they take on the disk. */
final class Parts {
  private final SpoolDirectory directory;
  private final Appender appender;
  private final BodySeal seal;
  private final long maxBytes;
  private final LongSupplier segmentBytes;
  private final AtomicLong bytes = new AtomicLong();

  Parts(
      SpoolDirectory directory,
      Appender appender,
      BodySeal seal,
      long maxBytes,
      LongSupplier segmentBytes) {
    this.directory = directory;
    this.appender = appender;
    this.seal = seal;
    this.maxBytes = maxBytes;
    this.segmentBytes = segmentBytes;
  }

  SpoolStream begin(SpoolRecord call) {
    try {
      return SpoolStream.begin(directory, appender, seal, call, this);
    } catch (IOException e) {
      throw Writer.failure(e);
    }
  }

  /**
   * A part is about to take so many bytes more.
   *
   * @throws SpoolFullException if that is beyond the spool's limit
   */
  void grow(long more) {
    if (bytes.addAndGet(more) + segmentBytes.getAsLong() > maxBytes) {
      throw new SpoolFullException("the spool has reached its size limit");
    }
  }

  /** A part has become a segment or was deleted. */
  void leave(long all) {
    bytes.addAndGet(-all);
  }

  long bytes() {
    return bytes.get();
  }
}
