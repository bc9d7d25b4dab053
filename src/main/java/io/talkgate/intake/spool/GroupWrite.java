package io.talkgate.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals and writes a group of records behind each other, through a buffer outside the heap: a few
 * large writes whatever the records' sizes.
 */
final class GroupWrite {
  private final SegmentFile file;
  private final ByteBuffer buffer;
  private final BodySeal seal;
  private final List<Placed> placed = new ArrayList<>();
  private long flushed;

  GroupWrite(SegmentFile file, long end, ByteBuffer buffer, BodySeal seal) {
    this.file = file;
    this.flushed = end;
    this.buffer = buffer.clear();
    this.seal = seal;
  }

  /** Writes the records; one that cannot be sealed fails alone. */
  List<Placed> write(List<Waiting> group) throws IOException {
    for (Waiting one : group) {
      if (!one.isOver()) {
        write(one);
      }
    }
    flush();
    return placed;
  }

  /** The file's length after what was written. */
  long end() {
    return flushed;
  }

  private void write(Waiting one) throws IOException {
    SpoolRecord record = one.record();
    byte[] sealed;
    try {
      sealed = seal.seal(record.body(), Owners.of(record));
    } catch (RuntimeException e) {
      one.fail(new SpoolFailedException("the body could not be sealed", e));
      return;
    }
    placed.add(new Placed((int) (flushed + buffer.position()), record.stamp().at()));
    put(RecordHeader.of(record, sealed).encode());
    put(sealed);
  }

  private void put(byte[] bytes) throws IOException {
    int done = 0;
    while (done < bytes.length) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int length = Math.min(bytes.length - done, buffer.remaining());
      buffer.put(bytes, done, length);
      done += length;
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    int length = buffer.remaining();
    file.writeFully(buffer, flushed);
    flushed += length;
    buffer.clear();
  }
}
