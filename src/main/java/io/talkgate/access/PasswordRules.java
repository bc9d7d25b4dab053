package io.talkgate.access;

import java.nio.charset.StandardCharsets;

/** What passwords of built-in members have to be. */
public final class PasswordRules {
  private static final int LEAST_BYTES = 8;

  /** Bcrypt looks at no more; what it does not look at would protect nothing. */
  private static final int MOST_BYTES = 72;

  private PasswordRules() {}

  /** True if the password has 8 to 72 bytes in UTF-8. */
  public static boolean hasGoodLength(String password) {
    int length = password.getBytes(StandardCharsets.UTF_8).length;
    return length >= LEAST_BYTES && length <= MOST_BYTES;
  }

  /** True if the password is the first thing anybody would try. */
  static boolean isUserName(String password, String username) {
    return password.equalsIgnoreCase(username);
  }
}
