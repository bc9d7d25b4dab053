package io.talkgate.intake.spool;

import java.nio.ByteBuffer;
import java.util.Objects;
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
    ByteBuffer end = bytes.duplicate();
    int before = goToLast(end);
    byte[] last = seal.open(next(end), Owners.ofChunk(record, stream, before, true));
    // As long as the body and no longer: 10 MiB are not copied once more.
    byte[] body = new byte[before * CHUNK + last.length];
    for (int index = 0; index < before; index++) {
      byte[] chunk = seal.open(next(bytes), Owners.ofChunk(record, stream, index, false));
      System.arraycopy(chunk, 0, body, index * CHUNK, CHUNK);
    }
    System.arraycopy(last, 0, body, before * CHUNK, last.length);
    return body;
  }

  /** Answers how many chunks are before the last. */
  private static int goToLast(ByteBuffer bytes) {
    ByteBuffer ahead = bytes.duplicate();
    int before = 0;
    for (skip(ahead); ahead.hasRemaining(); skip(ahead)) {
      skip(bytes);
      before++;
    }
    return before;
  }

  private static void skip(ByteBuffer bytes) {
    int length = bytes.getInt();
    bytes.position(bytes.position() + Objects.checkIndex(length, bytes.remaining() + 1));
  }

  private static byte[] next(ByteBuffer bytes) {
    byte[] chunk = new byte[bytes.getInt()];
    bytes.get(chunk);
    return chunk;
  }
}
