package io.talkgate.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jboss.logging.Logger;

/**
 * The lists beside the segments: for each acknowledged record its offset and a checksum, so that a
 * flipped bit acknowledges nothing else. Never forced: what is forgotten is applied twice, which
 * the event's id makes harmless.
 */
final class Acknowledgements {
  private static final Logger LOG = Logger.getLogger(Acknowledgements.class);
  private static final int LINE = 8;

  private final SpoolDirectory directory;
  private final Map<Long, Long> lengths = new HashMap<>();

  Acknowledgements(SpoolDirectory directory) {
    this.directory = directory;
  }

  /** Settles what an earlier run acknowledged. */
  void load(Segment segment) {
    if (!directory.hasAcknowledged(segment.number())) {
      return;
    }
    try (SegmentFile file = directory.acknowledged(segment.number())) {
      Window window = new Window(file);
      long end = window.size() / LINE * LINE;
      for (long at = 0; at < end; at += LINE) {
        settle(segment, window.at(at, LINE));
      }
      lengths.put(segment.number(), end);
    } catch (IOException e) {
      LOG.warnf("A spool segment is drained again from its start: %s", e.toString());
    }
  }

  void append(Segment segment, List<Position> positions) {
    ByteBuffer lines = ByteBuffer.allocate(positions.size() * LINE);
    for (Position position : positions) {
      lines.putInt(position.offset()).putInt(checksum(segment.number(), position.offset()));
    }
    long length = lengths.getOrDefault(segment.number(), 0L);
    try (SegmentFile file = directory.acknowledged(segment.number())) {
      file.writeFully(lines.flip(), length);
      lengths.put(segment.number(), length + lines.limit());
    } catch (IOException e) {
      LOG.warnf("Drained events may be drained again after a restart: %s", e.toString());
    }
  }

  void forget(Segment segment) {
    lengths.remove(segment.number());
  }

  private static void settle(Segment segment, ByteBuffer line) {
    int offset = line.getInt();
    if (line.getInt() == checksum(segment.number(), offset)) {
      segment.settleAt(offset);
    }
  }

  private static int checksum(long number, int offset) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(LINE + Integer.BYTES).putLong(number).putInt(offset).flip());
    return (int) crc.getValue();
  }
}
