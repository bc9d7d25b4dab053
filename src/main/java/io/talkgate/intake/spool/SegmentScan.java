package io.talkgate.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jboss.logging.Logger;

/**
 * Finds the records of a segment that an earlier run left. A damaged record is reported and the
 * search goes on at the next one that has a valid header; a torn end is what a crash leaves of
 * records that nobody was promised.
 */
final class SegmentScan {
  private static final Logger LOG = Logger.getLogger(SegmentScan.class);

  private final Path name;
  private final Segment segment;
  private final Window window;
  private long damaged;

  SegmentScan(Path name, SegmentFile file, Segment segment) throws IOException {
    this.name = name;
    this.segment = segment;
    this.window = new Window(file);
  }

  /**
   * Adds the intact records to the segment.
   *
   * @return how many damaged places were found
   */
  long run() {
    long at = 0;
    while (at < window.size()) {
      at = step(at);
    }
    segment.fileBytes(window.size());
    return damaged;
  }

  private long step(long at) {
    Optional<RecordHeader> header = header(at);
    if (header.isEmpty()) {
      return resynchronise(at);
    }
    long end = at + header.get().totalBytes();
    if (end > window.size()) {
      torn(at, header.get().describe());
      return window.size();
    }
    if (isIntact(at, header.get())) {
      segment.add((int) at, header.get().stamp().at());
    } else {
      damaged(at, end, header.get().describe());
    }
    return end;
  }

  private long resynchronise(long at) {
    long next = nextHeader(at + 1);
    if (next < window.size() || !isTornEnd(at)) {
      damaged(at, next, "an unreadable header");
    } else {
      torn(at, "an unfinished header");
    }
    return next;
  }

  /** The file's size if there is none. */
  private long nextHeader(long from) {
    long at = from;
    while (at + RecordHeader.BYTES <= window.size()) {
      ByteBuffer bytes = window.at(at, Long.MAX_VALUE);
      int candidates = bytes.remaining() - Long.BYTES + 1;
      for (int i = 0; i < candidates; i++) {
        if (bytes.getLong(i) == RecordHeader.MAGIC && header(at + i).isPresent()) {
          return at + i;
        }
      }
      at += candidates;
    }
    return window.size();
  }

  private Optional<RecordHeader> header(long at) {
    return RecordHeader.decode(window.at(at, RecordHeader.BYTES));
  }

  private boolean isIntact(long at, RecordHeader header) {
    CRC32C crc = new CRC32C();
    long end = at + header.totalBytes();
    long next = at + RecordHeader.BYTES;
    while (next < end) {
      ByteBuffer bytes = window.at(next, end - next);
      next += bytes.remaining();
      crc.update(bytes);
    }
    return (int) crc.getValue() == header.bodyChecksum();
  }

  /** Less than a header, or zeros: some file systems lengthen a file before they fill it. */
  private boolean isTornEnd(long at) {
    if (window.size() - at < RecordHeader.BYTES) {
      return true;
    }
    for (long next = at; next < window.size(); next++) {
      if (window.at(next, 1).get() != 0) {
        return false;
      }
    }
    return true;
  }

  private void damaged(long from, long to, String what) {
    damaged++;
    LOG.errorf(
        "Spool segment %s: a damaged record is lost at offset %d, %d bytes: %s",
        name, from, to - from, what);
  }

  private void torn(long at, String what) {
    LOG.warnf(
        "Spool segment %s ends at offset %d within %s: a crash before its answer, or a file cut off",
        name, at, what);
  }
}
