package io.talkgate.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret part of a webhook URL: 32 random bytes in base64url. It shows itself to nobody.
 *
 * @param value as it stands in the URL
 */
record WebhookToken(String value) {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static WebhookToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new WebhookToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Empty if the text cannot be a token. */
  static Optional<WebhookToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new WebhookToken(text)) : Optional.empty();
  }

  /** SHA-256; no salt, because 32 random bytes need none and the hash has to be looked up. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "WebhookToken[***]";
  }
}
