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
    logins.add(login("agent", "password"), "hash");
  }

  @Test
  void theSameLoginIsRemembered() {
    assertTrue(logins.contains(login("agent", "password"), "hash"));
  }

  @Test
  void otherNamesAndPasswordsAreNot() {
    assertFalse(logins.contains(login("agent", "other"), "hash"));
    assertFalse(logins.contains(login("other", "password"), "hash"));
    assertFalse(logins.contains(login("agentp", "assword"), "hash"));
  }

  @Test
  void aChangedPasswordForgetsIt() {
    assertFalse(logins.contains(login("agent", "password"), "another hash"));
  }

  @Test
  void itIsForgottenAfter30Seconds() {
    clock.advance(Duration.ofSeconds(29));
    assertTrue(logins.contains(login("agent", "password"), "hash"));

    clock.advance(Duration.ofSeconds(2));
    assertFalse(logins.contains(login("agent", "password"), "hash"));
  }

  @Test
  void atMost1000AreRemembered() {
    IntStream.range(0, 1000).forEach(i -> logins.add(login("user" + i, "password"), "hash"));

    assertFalse(logins.contains(login("agent", "password"), "hash"));
    assertEquals(
        1000,
        IntStream.range(0, 1000)
            .filter(i -> logins.contains(login("user" + i, "password"), "hash"))
            .count());
  }

  private static LoginAttempt login(String username, String password) {
    return new LoginAttempt(username, password, "192.0.2.1");
  }
}
