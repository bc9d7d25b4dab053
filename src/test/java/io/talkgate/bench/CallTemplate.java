package io.talkgate.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of one webhook call, made once. What differs from call to call is a number of nine
 * digits, which is written over them.
 */
final class CallTemplate {
  /** Stands in a body for the number. */
  static final String NUMBER = "100000000";

  private static final int NONE = -1;

  private final byte[] bytes;
  private final int numberAt;
  private final boolean message;

  private CallTemplate(byte[] bytes, int numberAt, boolean message) {
    this.bytes = bytes;
    this.numberAt = numberAt;
    this.message = message;
  }

  /**
   * A call.
   *
   * @param message whether the event adds a message
   */
  static CallTemplate of(String path, String body, boolean message) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, content.length);
    byte[] bytes = (head + body).getBytes(StandardCharsets.UTF_8);
    int at = body.indexOf(NUMBER);
    int before =
        at < 0 ? NONE : (head + body.substring(0, at)).getBytes(StandardCharsets.UTF_8).length;
    return new CallTemplate(bytes, before, message);
  }

  boolean isMessage() {
    return message;
  }

  /** Writes the call with this number, of at most eight digits. */
  void writeTo(ByteBuffer buffer, long number) {
    buffer.put(bytes);
    if (numberAt != NONE) {
      long rest = number;
      for (int digit = NUMBER.length() - 1; digit > 0; digit--) {
        buffer.put(numberAt + digit, (byte) ('0' + rest % 10));
        rest /= 10;
      }
    }
  }
}
