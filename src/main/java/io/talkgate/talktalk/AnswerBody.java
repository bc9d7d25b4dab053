package io.talkgate.talktalk;

import java.io.ByteArrayOutputStream;

/** Gathers the chunks of an answer up to a bound, so that no host can fill our memory. */
final class AnswerBody {
  static final int MAX_BYTES = 64 * 1024;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

  void add(byte[] chunk) {
    if (bytes.size() + chunk.length > MAX_BYTES) {
      throw new AnswerTooLargeException();
    }
    bytes.writeBytes(chunk);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
