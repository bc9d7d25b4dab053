package io.talkgate.link.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §5: which state follows from what, worst first. */
class HealthRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
  private static final Map<EventKind, Instant> ALIVE =
      Map.of(EventKind.SEND, NOW.minusSeconds(30), EventKind.ECHO, NOW.minusSeconds(20));
  private static final Map<EventKind, Instant> OLD = Map.of(EventKind.ECHO, NOW.minusSeconds(9000));
  private static final List<Instant> UNHEARD =
      List.of(NOW.minusSeconds(90), NOW.minusSeconds(80), NOW.minusSeconds(70));
  private static final PublicUrl REACHED = new PublicUrl(NOW, 0, null, null);

  private final HealthRules rules = new HealthRules(new EchoWatch(3, Duration.ofSeconds(50)));

  @Test
  void aLinkThatHearsIsHealthy() {
    assertEquals(HealthReason.ALL_WELL, reason(facts(ALIVE, Map.of()), REACHED, false));
  }

  @Test
  void aLinkThatNeverHeardWaits() {
    assertEquals(HealthReason.NO_EVENT_YET, reason(facts(Map.of(), Map.of()), REACHED, false));
  }

  @Test
  void missingEchoesAreWorseThanAnythingOfOurs() {
    HealthFacts facts =
        Facts.of(OLD, UNHEARD, Map.of(AnswerCause.NOT_KEPT, 1), Assessment.NO_EVENT_YET, null);

    assertEquals(HealthReason.ECHOES_MISSING, reason(facts, REACHED, true));
  }

  @Test
  void anImprobableSilenceIsToldWithLessConfidence() {
    assertEquals(
        new Assessment(HealthReason.RHYTHM_BROKEN, Confidence.LOW),
        rules.assess(facts(OLD, Map.of()), REACHED, true, NOW));
  }

  @Test
  void onlyAnEventEndsAnImprobableSilence() {
    Assessment silent = new Assessment(HealthReason.RHYTHM_BROKEN, Confidence.LOW);
    Instant began = NOW.minusSeconds(600);

    assertEquals(
        HealthReason.RHYTHM_BROKEN,
        reason(Facts.of(OLD, List.of(), Map.of(), silent, began), REACHED, false));
    assertEquals(
        HealthReason.ALL_WELL,
        reason(Facts.of(ALIVE, List.of(), Map.of(), silent, began), REACHED, false));
  }

  @Test
  void whatWasSentToADeafLinkSaysNothingOfEchoOnceItHearsAgain() {
    Map<EventKind, Instant> again =
        Map.of(EventKind.ECHO, NOW.minusSeconds(9000), EventKind.SEND, NOW.minusSeconds(1));
    Assessment deaf = Assessment.sure(HealthReason.ECHOES_MISSING);
    Instant since = NOW.minusSeconds(15);

    assertEquals(
        HealthReason.ALL_WELL,
        reason(Facts.of(again, UNHEARD, Map.of(), deaf, since), REACHED, false));
    assertEquals(
        HealthReason.ECHO_NOT_SELECTED,
        reason(Facts.of(again, UNHEARD, Map.of(), Assessment.NO_EVENT_YET, null), REACHED, false));
  }

  @ParameterizedTest
  @CsvSource({
    "OK, ALL_WELL",
    "PAYMENT_REFUSED, ALL_WELL",
    "NOT_KEPT, ANSWERS_FAILED",
    "TOO_LARGE, ANSWERS_FAILED",
    "NOT_READ, ANSWERS_FAILED",
    "SLOW, ANSWERS_SLOW"
  })
  void whatWeAnsweredPutsTheLinkAtRisk(AnswerCause cause, HealthReason reason) {
    assertEquals(reason, reason(facts(ALIVE, Map.of(cause, 1)), REACHED, false));
  }

  @ParameterizedTest
  @CsvSource({"1, ALL_WELL", "2, PUBLIC_URL_FAILS"})
  void onePublicCallMayGetLost(int failures, HealthReason reason) {
    PublicUrl failing = new PublicUrl(NOW, failures, "CONNECT_FAILED", null);

    assertEquals(reason, reason(facts(ALIVE, Map.of()), failing, false));
  }

  @ParameterizedTest
  @CsvSource({"13, CERTIFICATE_ENDS", "15, ALL_WELL"})
  void theCertificatesEndIsToldTwoWeeksAhead(int days, HealthReason reason) {
    PublicUrl ending = new PublicUrl(NOW, 0, null, NOW.plus(Duration.ofDays(days)));

    assertEquals(reason, reason(facts(ALIVE, Map.of()), ending, false));
  }

  private HealthReason reason(HealthFacts facts, PublicUrl url, boolean tooQuiet) {
    return rules.assess(facts, url, tooQuiet, NOW).reason();
  }

  private static HealthFacts facts(
      Map<EventKind, Instant> seen, Map<AnswerCause, Integer> answers) {
    return Facts.of(seen, List.of(), answers, Assessment.NO_EVENT_YET, null);
  }
}
