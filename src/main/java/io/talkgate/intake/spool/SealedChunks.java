package io.talkgate.intake.spool;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * The body of a record that came in pieces: 16 bytes that name the stream, then chunk after chunk,
 * each with its length in 4 bytes and sealed alone. All but the last hold {@value #CHUNK} bytes;
 * the last one may be empty.
 */
final class SealedChunks {
  /** Bytes of the body in a chunk. */
  static final int CHUNK = 64 * 1024;

  static final int STREAM_BYTES = 16;

  private SealedChunks() {}

  /** The first bytes: which stream this is. */
  static byte[] prefix(UUID stream) {
    return ByteBuffer.allocate(STREAM_BYTES)
        .putLong(stream.getMostSignificantBits())
        .putLong(stream.getLeastSignificantBits())
        .array();
  }

  /**
   * The body again.
   *
   * @param record whose it is; its body is not looked at
   * @throws RuntimeException if a chunk does not open, is missing or stands in another place
   */
  static byte[] open(byte[] sealed, SpoolRecord record, BodySeal seal) {
    ByteBuffer bytes = ByteBuffer.wrap(sealed);
    UUID stream = new UUID(bytes.getLong(), bytes.getLong());
    int count = count(bytes.duplicate());
    byte[] body = new byte[count * CHUNK];
    int length = 0;
    for (int index = 0; index < count; index++) {
      boolean last = index == count - 1;
      byte[] chunk = seal.open(next(bytes), Owners.ofChunk(record, stream, index, last));
      System.arraycopy(chunk, 0, body, length, chunk.length);
      length += chunk.length;
    }
    return length == body.length ? body : Arrays.copyOf(body, length);
  }

  private static int count(ByteBuffer bytes) {
    int count = 0;
    while (bytes.hasRemaining()) {
      next(bytes);
      count++;
    }
    return count;
  }

  private static byte[] next(ByteBuffer bytes) {
    byte[] chunk = new byte[bytes.getInt()];
    bytes.get(chunk);
    return chunk;
  }
}
