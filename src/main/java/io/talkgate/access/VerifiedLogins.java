package io.talkgate.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins that were verified a moment ago, so that HTTP Basic does not cost a bcrypt a call. It
 * holds neither names nor passwords but their HMAC under a key that never leaves this object.
 */
final class VerifiedLogins {
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST = 1000;
  private static final String HMAC = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;
  private final SecretKeySpec secret;
  private final Map<ByteBuffer, Verified> recent = new LinkedHashMap<>();

  VerifiedLogins(Clock clock) {
    this.clock = clock;
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    this.secret = new SecretKeySpec(random, HMAC);
  }

  /** True if this login was verified within 30 s and against the hash that is stored now. */
  boolean contains(LoginAttempt login, String storedHash) {
    Verified verified = find(digest(login));
    return verified.hash().equals(storedHash) && clock.instant().isBefore(verified.until());
  }

  /** Remembers a login that was verified against the hash. */
  synchronized void add(LoginAttempt login, String storedHash) {
    ByteBuffer digest = digest(login);
    recent.remove(digest);
    recent.put(digest, new Verified(storedHash, clock.instant().plus(KEPT)));
    if (recent.size() > MOST) {
      recent.remove(recent.keySet().iterator().next());
    }
  }

  private synchronized Verified find(ByteBuffer digest) {
    return recent.getOrDefault(digest, Verified.NEVER);
  }

  /**
   * The name and the password, whatever the address, as nobody can read them out of it. User names
   * hold no zero character, so no two logins share a digest.
   */
  ByteBuffer digest(LoginAttempt login) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      mac.update(login.username().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return ByteBuffer.wrap(mac.doFinal(login.password().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  private record Verified(String hash, Instant until) {
    static final Verified NEVER = new Verified("", Instant.MIN);
  }
}
