package io.talkgate.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jboss.logging.Logger;

/**
 * Reads through a file of any size in bounded memory. What the disk cannot read comes as zeros, so
 * that a bad sector damages the records in it and no others.
 */
final class Window {
  private static final Logger LOG = Logger.getLogger(Window.class);
  private static final int CAPACITY = 256 * 1024;
  private static final int PAGE = 4096;

  private final SegmentFile file;
  private final long size;
  private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY);
  private long start;

  Window(SegmentFile file) throws IOException {
    this.file = file;
    this.size = file.size();
    bytes.limit(0);
  }

  long size() {
    return size;
  }

  /** The bytes from a position on: as many as wanted, unless the window or the file ends before. */
  ByteBuffer at(long position, long wanted) {
    int length = (int) Math.min(Math.min(wanted, CAPACITY - PAGE), size - position);
    if (position < start || position + length > start + bytes.limit()) {
      fill(position);
    }
    return bytes.slice((int) (position - start), length);
  }

  private void fill(long position) {
    start = position / PAGE * PAGE;
    bytes.clear().limit((int) Math.min(CAPACITY, size - start));
    try {
      file.readFully(bytes, start);
      zeroTo(bytes.limit());
    } catch (IOException e) {
      LOG.errorf("A spool segment cannot be read near %d: %s", position, e.toString());
      fillByPages();
    }
    bytes.flip();
  }

  private void fillByPages() {
    int limit = bytes.limit();
    for (int page = 0; page < limit; page += PAGE) {
      int end = Math.min(limit, page + PAGE);
      bytes.limit(end).position(page);
      try {
        file.readFully(bytes, start + page);
      } catch (IOException lost) {
        bytes.position(page);
      }
      zeroTo(end);
    }
  }

  private void zeroTo(int end) {
    while (bytes.position() < end) {
      bytes.put((byte) 0);
    }
  }
}
