package io.talkgate.intake.spool;

import io.talkgate.platform.Stamp;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * What stands before each sealed body, big-endian:
 *
 * <pre>
 *  0  magic        8 bytes
 *  8  CRC32C       4 bytes, of bytes 12 to 83; as these hold the body's, it covers all
 * 12  kind         4 bytes: 1 event, 2 unresolved call, 3 and 4 the same with a body in chunks
 * 16  body length  4 bytes, sealed
 * 20  body CRC32C  4 bytes
 * 24  id          16 bytes
 * 40  received    12 bytes: seconds, nanoseconds
 * 52  origin      32 bytes: brand and link, or the token's hash
 * 84  sealed body
 * </pre>
 *
 * <p>The header has a checksum of its own so that a torn body is told from a damaged length.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecordHeader(int kind, int length, int bodyChecksum, Stamp stamp, byte[] origin) {
  static final int BYTES = 84;

  /** Not text and no number that is likely within a record. */
  static final long MAGIC = 0xF5_54_47_D1_5B_00_A7_01L;

  private static final int MAGIC_BYTES = 8;
  private static final int CHECKED_FROM = 12;
  private static final int EVENT = 1;
  private static final int UNRESOLVED = 2;
  private static final int IN_CHUNKS = 2;

  static RecordHeader of(SpoolRecord record, byte[] sealed) {
    int checksum = checksum(ByteBuffer.wrap(sealed));
    return record.fold(
        event -> new RecordHeader(EVENT, sealed.length, checksum, event.stamp(), originOf(event)),
        call ->
            new RecordHeader(UNRESOLVED, sealed.length, checksum, call.stamp(), call.tokenHash()));
  }

  /** The header of a body that was written in chunks, {@link SealedChunks}. */
  static RecordHeader ofChunks(SpoolRecord record, int length, int bodyChecksum) {
    return record.fold(
        event ->
            new RecordHeader(
                EVENT + IN_CHUNKS, length, bodyChecksum, event.stamp(), originOf(event)),
        call ->
            new RecordHeader(
                UNRESOLVED + IN_CHUNKS, length, bodyChecksum, call.stamp(), call.tokenHash()));
  }

  /** True if the body is sealed in chunks. */
  boolean isInChunks() {
    return kind > UNRESOLVED;
  }

  /** Header and body. */
  int totalBytes() {
    return BYTES + length;
  }

  byte[] encode() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(MAGIC).putInt(0);
    bytes.putInt(kind).putInt(length).putInt(bodyChecksum);
    put(bytes, stamp.id());
    Instant at = stamp.at();
    bytes.putLong(at.getEpochSecond()).putInt(at.getNano()).put(origin).flip();
    return bytes
        .putInt(MAGIC_BYTES, checksum(bytes.slice(CHECKED_FROM, BYTES - CHECKED_FROM)))
        .array();
  }

  /**
   * Reads a header.
   *
   * @param bytes exactly its 84 bytes, or fewer
   * @return empty if it is not one or not whole
   */
  static Optional<RecordHeader> decode(ByteBuffer bytes) {
    if (bytes.remaining() < BYTES || bytes.getLong() != MAGIC) {
      return Optional.empty();
    }
    int expected = bytes.getInt();
    if (checksum(bytes.duplicate()) != expected) {
      return Optional.empty();
    }
    int kind = bytes.getInt();
    int length = bytes.getInt();
    int bodyChecksum = bytes.getInt();
    UUID id = uuid(bytes);
    Instant at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
    byte[] origin = new byte[UnresolvedCall.HASH_BYTES];
    bytes.get(origin);
    RecordHeader header = new RecordHeader(kind, length, bodyChecksum, new Stamp(id, at), origin);
    return header.isKnown() ? Optional.of(header) : Optional.empty();
  }

  /** The record with its opened body. */
  SpoolRecord record(byte[] body) {
    if (kind == UNRESOLVED || kind == UNRESOLVED + IN_CHUNKS) {
      return new UnresolvedCall(stamp, origin, body);
    }
    ByteBuffer ids = ByteBuffer.wrap(origin);
    return new SpooledEvent(stamp, uuid(ids), uuid(ids), body);
  }

  /** For logs: whose record this is, without its body or anything of a token. */
  String describe() {
    return record(new byte[0])
        .fold(
            event -> "event %s of link %s".formatted(stamp.id(), event.linkId()),
            call -> "unresolved call " + stamp.id());
  }

  static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private boolean isKnown() {
    return kind >= EVENT && kind <= UNRESOLVED + IN_CHUNKS && length >= 0;
  }

  private static byte[] originOf(SpooledEvent event) {
    ByteBuffer ids = ByteBuffer.allocate(UnresolvedCall.HASH_BYTES);
    put(ids, event.brandId());
    put(ids, event.linkId());
    return ids.array();
  }

  private static void put(ByteBuffer bytes, UUID id) {
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer bytes) {
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
