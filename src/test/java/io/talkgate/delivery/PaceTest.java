package io.talkgate.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.consultation.ClaimTerms.Pace;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of paces and breakers without a database. */
class PaceTest {

  @ParameterizedTest
  @CsvSource({"8, 4, 118", "1, 1, 5000", "9, 2, 49", "10, 4, 5000", "100000, 100000, 5000"})
  void aClaimMayBeAsOldAsThirtyCallsIn3SecondsStayImpossible(double rate, int burst, long millis) {
    Duration fresh = Freshness.of(new Pace(rate, burst));

    assertEquals(millis, fresh.toMillis());
    double calls = burst + rate * (3 + 2 * fresh.toMillis() / 1000.0);
    boolean limitIsBeyondThePace = burst + rate * 3 >= 30;
    assertTrue(calls < 30 || limitIsBeyondThePace, () -> calls + " calls in 3 s");
  }

  @Test
  void aPaceThatLetsNothingThroughIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Pace(0, 4));
    assertThrows(IllegalArgumentException.class, () -> new Pace(8, 0));
    assertThrows(IllegalArgumentException.class, () -> new Pace(Double.NaN, 4));
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "4, -1", "5, 5", "6, 10", "7, 20", "8, 40", "9, 60", "1000000, 60"})
  void aBreakerPausesLongerWithEveryProbeThatFails(int failures, long seconds) {
    Optional<Duration> pause = BreakerPolicy.LINK.pauseAfter(failures);

    assertEquals(seconds, pause.map(Duration::toSeconds).orElse(-1L));
  }
}
