package io.talkgate.intake.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Reads back what a {@link SpoolStream} wrote, one chunk in memory at a time. */
final class PartInput extends InputStream {
  private final SegmentFile file;
  private final Sealed sealed;
  private final byte[] tail;
  private ByteBuffer chunk = ByteBuffer.allocate(0);
  private int index;
  private long at = RecordHeader.BYTES + (long) SealedChunks.STREAM_BYTES;

  /** How to open the chunks, and how many of them there are. */
  record Sealed(BodySeal seal, SpoolRecord call, UUID stream, int chunks) {}

  /**
   * The chunks of a file, then some bytes that are in no chunk yet.
   *
   * @param tail not copied
   */
  PartInput(SegmentFile file, Sealed sealed, byte[] tail) {
    this.file = file;
    this.sealed = sealed;
    this.tail = tail;
  }

  @Override
  public int read() throws IOException {
    return fill() ? Byte.toUnsignedInt(chunk.get()) : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int read = Math.min(length, chunk.remaining());
    chunk.get(into, offset, read);
    return read;
  }

  /** False at the end. */
  private boolean fill() throws IOException {
    while (!chunk.hasRemaining() && index <= sealed.chunks) {
      chunk = ByteBuffer.wrap(index < sealed.chunks ? next() : tail);
      index++;
    }
    return chunk.hasRemaining();
  }

  private byte[] next() throws IOException {
    int length = bytes(Integer.BYTES).getInt();
    byte[] body = bytes(length).array();
    return sealed.seal.open(body, Owners.ofChunk(sealed.call, sealed.stream, index, false));
  }

  private ByteBuffer bytes(int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    file.readFully(bytes, at);
    if (bytes.hasRemaining()) {
      throw new IOException("the part ends too early");
    }
    at += length;
    return bytes.flip();
  }
}
