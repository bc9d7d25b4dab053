package io.talkgate.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.SettableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The counts behind the throttle: of an account, of an address, of both together. */
@QuarkusTest
class LoginThrottleTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final String account = "account-" + UUID.randomUUID();
  private final String address = "address-" + UUID.randomUUID();

  @Inject LoginThrottle throttle;
  @Inject SettableClock clock;

  @Test
  void anAccountFromAnAddressHasTenFailures() {
    assertAdmitted(10, i -> attempt(account, address));
    assertFalse(admits(attempt(account, address)));
    assertTrue(admits(attempt(account, "another " + address)));
    assertTrue(admits(attempt("another " + account, address)));
  }

  @Test
  void anAddressHasAHundredWhateverTheAccounts() {
    assertAdmitted(100, i -> attempt(account + i, address));
    assertFalse(admits(attempt(account, address)));
  }

  @Test
  void anAccountHasAHundredWhateverTheAddresses() {
    assertAdmitted(100, i -> attempt(account, address + i));
    assertFalse(admits(attempt(account, address)));
  }

  @Test
  void whatWasRightCountsForNothing() {
    IntStream.range(0, 200)
        .forEach(
            i -> {
              assertTrue(admits(attempt(account, address)));
              throttle.forgive(attempt(account, address)).await().atMost(LIMIT);
            });
  }

  @Test
  void oneWhoKnowsAPasswordGainsNoGuessesAtOthers() {
    assertAdmitted(99, i -> attempt(account + i, address));
    assertTrue(admits(attempt("own", address)));
    throttle.forgive(attempt("own", address)).await().atMost(LIMIT);

    assertTrue(admits(attempt(account, address)));
    assertFalse(admits(attempt(account, address)));
  }

  @Test
  void afterTheWindowTheCountBeginsAnew() {
    assertAdmitted(10, i -> attempt(account, address));
    clock.advance(Duration.ofMinutes(16));
    throttle.forgetOldAttempts().await().atMost(LIMIT);

    assertAdmitted(10, i -> attempt(account, address));
    assertFalse(admits(attempt(account, address)));
  }

  private void assertAdmitted(int times, IntFunction<LoginAttempt> attempt) {
    IntStream.range(0, times).forEach(i -> assertTrue(admits(attempt.apply(i)), "attempt " + i));
  }

  private boolean admits(LoginAttempt attempt) {
    return throttle.admit(attempt).await().atMost(LIMIT);
  }

  private static LoginAttempt attempt(String username, String address) {
    return new LoginAttempt(username, "password", address);
  }
}
