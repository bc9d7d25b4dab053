package io.talkgate.simulator;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what NAVER makes: opaque URL-safe values. */
final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** About 22 characters, as protocol §1 shows them. */
  static String user() {
    return random(16);
  }

  static String sendApiKey() {
    return random(24);
  }

  static String image() {
    return random(24);
  }

  private static String random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }
}
