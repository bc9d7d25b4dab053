package io.talkgate.intake.spool;

import io.talkgate.platform.sealing.Owner;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
   * The body again, with one chunk beside it in memory.
   *
   * @param sealed from the prefix on
   * @param length how many bytes are sealed, the prefix included
   * @param record whose it is; its body is not looked at
   * @throws RuntimeException if a chunk does not open, is missing or stands in another place
   */
  static byte[] open(InputStream sealed, int length, SpoolRecord record, BodySeal seal)
      throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(sealed, CHUNK));
    UUID stream = new UUID(in.readLong(), in.readLong());
    int first = in.readInt();
    int all = length - STREAM_BYTES;
    check(first > 0 && all > 0);
    int before = (all - 1) / (Integer.BYTES + first);
    check(before == 0 || first >= CHUNK);
    int last = all - before * (Integer.BYTES + first) - Integer.BYTES;
    byte[] body = new byte[before == 0 ? 0 : before * CHUNK + last - (first - CHUNK)];
    for (int index = 0; index < before; index++) {
      copy(open(in, first, Owners.ofChunk(record, stream, index, false), seal), body, index);
      check(in.readInt() == (index + 1 < before ? first : last));
    }
    byte[] rest = open(in, last, Owners.ofChunk(record, stream, before, true), seal);
    return before == 0 ? rest : copy(rest, body, before);
  }

  private static byte[] open(DataInputStream in, int length, Owner owner, BodySeal seal)
      throws IOException {
    return seal.open(in.readNBytes(length), owner);
  }

  private static byte[] copy(byte[] chunk, byte[] body, int index) {
    int at = index * CHUNK;
    check(chunk.length == Math.min(CHUNK, body.length - at));
    System.arraycopy(chunk, 0, body, at, chunk.length);
    return body;
  }

  private static void check(boolean isInPlace) {
    if (!isInPlace) {
      throw new IllegalStateException("a chunk is missing or stands in another place");
    }
  }
}
