package io.talkgate.platform.paging;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a list that is sorted by time, then id.
 *
 * @param at the time of the row at this place, in whole microseconds
 * @param id its id
 */
public record Cursor(Instant at, UUID id) {
  private static final int BYTES = 3 * Long.BYTES;

  /** The opaque text that callers get. */
  public String encode() {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads what {@link #encode} made; empty if the text is something else. */
  public static Optional<Cursor> decode(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() != BYTES) {
        return Optional.empty();
      }
      Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
      return Optional.of(new Cursor(at, new UUID(bytes.getLong(), bytes.getLong())));
    } catch (IllegalArgumentException | ArithmeticException notOurs) {
      return Optional.empty();
    }
  }
}
