package io.talkgate.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times as callers write them. */
final class Times {
  private Times() {}

  /** A time of RFC 3339 with any offset; empty if it is not one. Years have four digits there. */
  static Optional<Instant> parse(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      boolean fourDigits = time.getYear() >= 1 && time.getYear() <= 9999;
      return fourDigits ? Optional.of(time.toInstant()) : Optional.empty();
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
