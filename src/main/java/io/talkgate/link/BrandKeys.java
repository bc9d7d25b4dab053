package io.talkgate.link;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes brand keys: opaque, random, 22 URL-safe characters behind a prefix. */
final class BrandKeys {
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private BrandKeys() {}

  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return "bk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
