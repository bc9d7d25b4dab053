package io.talkgate.intake.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads single records back, with one file open at a time. Used by one thread at a time. */
final class SegmentReader implements Closeable {
  private static final Logger LOG = Logger.getLogger(SegmentReader.class);

  private static final int PIECE = 64 * 1024;

  private final SpoolDirectory directory;
  private @Nullable SegmentFile open;
  private long number;

  SegmentReader(SpoolDirectory directory) {
    this.directory = directory;
  }

  /** The segment's file; fails if it cannot be opened. */
  SegmentFile file(Segment segment) throws IOException {
    SegmentFile file = open;
    if (file == null || number != segment.number()) {
      close();
      file = directory.open(segment.number());
      open = file;
      number = segment.number();
    }
    return file;
  }

  /** Empty if the header was damaged since it was found. */
  Optional<RecordHeader> header(Position position) throws IOException {
    byte[] header = new byte[RecordHeader.BYTES];
    boolean whole = read(position.segment(), position.offset(), header);
    return whole ? RecordHeader.decode(ByteBuffer.wrap(header)) : Optional.empty();
  }

  /** The sealed body; empty if it was damaged since it was found. */
  Optional<byte[]> body(Position position, RecordHeader header) throws IOException {
    byte[] body = new byte[header.length()];
    boolean whole = read(position.segment(), (long) position.offset() + RecordHeader.BYTES, body);
    boolean intact = whole && RecordHeader.checksum(ByteBuffer.wrap(body)) == header.bodyChecksum();
    return intact ? Optional.of(body) : Optional.empty();
  }

  /** Whether a body that came in chunks is as it was written; read in pieces, as it may be long. */
  boolean isIntact(Position position, RecordHeader header) throws IOException {
    CRC32C found = new CRC32C();
    byte[] piece = new byte[PIECE];
    try (InputStream sealed = input(position, header)) {
      for (int read = sealed.read(piece); read > 0; read = sealed.read(piece)) {
        found.update(piece, 0, read);
      }
    }
    return (int) found.getValue() == header.bodyChecksum();
  }

  /** The sealed body from its beginning. */
  InputStream input(Position position, RecordHeader header) throws IOException {
    long at = (long) position.offset() + RecordHeader.BYTES;
    return new SegmentInput(file(position.segment()), at, header.length());
  }

  @Override
  public void close() {
    SegmentFile file = open;
    open = null;
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      LOG.debugf("Closing a spool segment after reading: %s", e.toString());
    }
  }

  /** False if the file ends before. */
  private boolean read(Segment segment, long at, byte[] into) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(into);
    file(segment).readFully(bytes, at);
    return !bytes.hasRemaining();
  }
}
