package io.talkgate.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.testing.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A verified login saves the next bcrypt, for 30 s and as long as its password is the same. */
class VerifiedLoginsTest {
  private final SettableClock clock = new SettableClock();
  private final VerifiedLogins logins = new VerifiedLogins(clock);

  @BeforeEach
  void givenAVerifiedLogin() {
    logins.add("agent", "password", "hash");
  }

  @Test
  void theSameLoginIsRemembered() {
    assertTrue(logins.contains("agent", "password", "hash"));
  }

  @Test
  void otherNamesAndPasswordsAreNot() {
    assertFalse(logins.contains("agent", "other", "hash"));
    assertFalse(logins.contains("other", "password", "hash"));
    assertFalse(logins.contains("agentp", "assword", "hash"));
  }

  @Test
  void aChangedPasswordForgetsIt() {
    assertFalse(logins.contains("agent", "password", "another hash"));
  }

  @Test
  void itIsForgottenAfter30Seconds() {
    clock.advance(Duration.ofSeconds(29));
    assertTrue(logins.contains("agent", "password", "hash"));

    clock.advance(Duration.ofSeconds(2));
    assertFalse(logins.contains("agent", "password", "hash"));
  }

  @Test
  void atMost1000AreRemembered() {
    IntStream.range(0, 1000).forEach(i -> logins.add("user" + i, "password", "hash"));

    assertFalse(logins.contains("agent", "password", "hash"));
    assertEquals(
        1000,
        IntStream.range(0, 1000)
            .filter(i -> logins.contains("user" + i, "password", "hash"))
            .count());
  }
}
