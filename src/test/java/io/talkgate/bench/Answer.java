package io.talkgate.bench;

import java.nio.ByteBuffer;

/** Reads answers as far as a load generator needs them: the status and where they end. */
final class Answer {
  /** Not there as a whole yet. */
  static final int INCOMPLETE = -1;

  private static final int STATUS_AT = 9;
  private static final int STATUS_DIGITS = 3;
  private static final byte[] LENGTH = {'\n', 'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l'};
  private static final int TO_LOWER = 0x20;

  private Answer() {}

  /** The status, once the bytes from 0 to the buffer's position are a whole answer. */
  static int status(ByteBuffer bytes) {
    int end = endOfHead(bytes);
    if (end < 0 || bytes.position() < end + contentLength(bytes, end)) {
      return INCOMPLETE;
    }
    int status = 0;
    for (int at = STATUS_AT; at < STATUS_AT + STATUS_DIGITS; at++) {
      status = status * 10 + bytes.get(at) - '0';
    }
    return status;
  }

  private static int endOfHead(ByteBuffer bytes) {
    for (int at = 3; at < bytes.position(); at++) {
      if (bytes.get(at) == '\n' && bytes.get(at - 1) == '\r' && bytes.get(at - 2) == '\n') {
        return at + 1;
      }
    }
    return INCOMPLETE;
  }

  private static int contentLength(ByteBuffer bytes, int end) {
    for (int at = 0; at < end - LENGTH.length; at++) {
      if (isLength(bytes, at)) {
        return number(bytes, at);
      }
    }
    return 0;
  }

  private static boolean isLength(ByteBuffer bytes, int from) {
    for (int at = 0; at < LENGTH.length; at++) {
      byte found = bytes.get(from + at);
      if (found != LENGTH[at] && (found | TO_LOWER) != LENGTH[at]) {
        return false;
      }
    }
    return true;
  }

  private static int number(ByteBuffer bytes, int from) {
    int at = from;
    while (bytes.get(at) != ':') {
      at++;
    }
    int number = 0;
    for (at++; bytes.get(at) != '\r'; at++) {
      if (bytes.get(at) != ' ') {
        number = number * 10 + bytes.get(at) - '0';
      }
    }
    return number;
  }
}
