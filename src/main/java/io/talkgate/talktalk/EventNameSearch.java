package io.talkgate.talktalk;

import java.nio.charset.StandardCharsets;

/**
 * Looks, byte for byte, for {@code "event" : "name"} with a name of 1 to 100 letters, digits, dots,
 * hyphens and underscores.
 */
final class EventNameSearch {
  private static final byte[] FIELD = "\"event\"".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_NAME = 100;

  private final StringBuilder name = new StringBuilder(MAX_NAME);
  private Place place = Place.FIELD;
  private int matched;

  private enum Place {
    FIELD,
    COLON,
    VALUE,
    NAME
  }

  /** Takes the next byte; true if it ended the name. */
  boolean sees(byte next) {
    switch (place) {
      case FIELD -> field(next);
      case COLON -> colon(next);
      case VALUE -> value(next);
      case NAME -> {
        return ends(next);
      }
    }
    return false;
  }

  String name() {
    return name.toString();
  }

  private void field(byte next) {
    if (next == FIELD[matched]) {
      matched++;
      place = matched == FIELD.length ? Place.COLON : Place.FIELD;
    } else {
      restart(next);
    }
  }

  private void colon(byte next) {
    if (next == ':') {
      place = Place.VALUE;
      matched = 0;
    } else if (isSpace(next)) {
      matched = 0;
    } else if (matched == FIELD.length) {
      // The quote just read may open the field as well as close one.
      place = Place.FIELD;
      matched = 1;
      field(next);
    } else {
      restart(next);
    }
  }

  private void value(byte next) {
    if (next == '"') {
      place = Place.NAME;
      name.setLength(0);
    } else if (!isSpace(next)) {
      restart(next);
    }
  }

  private boolean ends(byte next) {
    if (next == '"' && !name.isEmpty()) {
      return true;
    }
    if (isNameByte(next) && name.length() < MAX_NAME) {
      name.append((char) next);
    } else {
      afterNoName(next);
    }
    return false;
  }

  /** The quote before what was taken for a name may open the field, too. */
  private void afterNoName(byte next) {
    String seen = name.toString();
    place = Place.FIELD;
    matched = 1;
    for (int i = 0; i < seen.length(); i++) {
      field((byte) seen.charAt(i));
    }
    field(next);
  }

  private void restart(byte next) {
    place = Place.FIELD;
    matched = next == FIELD[0] ? 1 : 0;
  }

  private static boolean isSpace(byte next) {
    return next == ' ' || next == '\t' || next == '\r' || next == '\n';
  }

  private static boolean isNameByte(byte next) {
    return (next >= 'A' && next <= 'Z')
        || (next >= 'a' && next <= 'z')
        || (next >= '0' && next <= '9')
        || next == '_'
        || next == '.'
        || next == '-';
  }
}
