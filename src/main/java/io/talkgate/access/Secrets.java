package io.talkgate.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Random values that nobody can guess, for cookies. */
final class Secrets {
  /** Characters of a value. */
  static final int LENGTH = 43;

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** 256 bits as Base64 for URLs. */
  static String random() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
