package io.talkgate.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tokens against forged requests: a page of another site can have a browser send its cookies, but
 * cannot read them, nor what is made of them.
 */
public final class CsrfToken {
  /** The field of forms that holds the token. */
  public static final String FIELD = "csrf";

  /** The header of scripts' calls that holds it. */
  public static final String HEADER = "X-CSRF-Token";

  private static final String HMAC = "HmacSHA256";
  private static final byte[] PURPOSE = "csrf".getBytes(StandardCharsets.UTF_8);

  private CsrfToken() {}

  /** The token that belongs to the secret of a cookie. */
  public static String of(String cookie) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), HMAC));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  /** True if the token is the cookie's. */
  public static boolean matches(String cookie, @Nullable String token) {
    return token != null
        && MessageDigest.isEqual(
            of(cookie).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
