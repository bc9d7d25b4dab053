package io.talkgate.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.talkgate.consultation.DeliveryReason;
import io.talkgate.consultation.DeliveryStatus;
import io.talkgate.consultation.LaneKey;
import io.talkgate.consultation.Progress;
import io.talkgate.consultation.Settlement;
import io.talkgate.consultation.Trouble;
import io.talkgate.link.health.KeyVerdict;
import io.talkgate.talktalk.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of design §5: (outcome, tries so far, time of tries, time with a breaker open) →
 * decision.
 */
class RetryPolicyTest {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final LaneKey LANE = new LaneKey(UUID.randomUUID(), UUID.randomUUID(), 1);
  private final RetryPolicy policy = new RetryPolicy();

  @ParameterizedTest(name = "{0}: try {2} after {3}, breakers open for {4} → {5} after {6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # outcome  | trouble so far | times | since  | open   | then   | after | reason
          00         |                | 0     | PT0S   | PT0S   | SENT   |       |
          02         |                | 0     | PT0S   | PT0S   | FAILED |       | BAD_REQUEST
          99 user    |                | 0     | PT0S   | PT0S   | FAILED |       | UNKNOWN_USER
          IMG-01     |                | 0     | PT0S   | PT0S   | FAILED |       | IMAGE_FORMAT
          IMG-03     |                | 0     | PT0S   | PT0S   | FAILED |       | IMAGE_TOO_LARGE
          99         |                | 0     | PT0S   | PT0S   | QUEUED | PT2S  | NAVER_ERROR
          99         | REFUSED        | 1     | PT2S   | PT0S   | QUEUED | PT10S | NAVER_ERROR
          99         | REFUSED        | 2     | PT12S  | PT0S   | QUEUED | PT30S | NAVER_ERROR
          99         | REFUSED        | 3     | PT42S  | PT0S   | FAILED |       | NAVER_ERROR
          IMG-02     | REFUSED        | 1     | PT2S   | PT0S   | QUEUED | PT10S | IMAGE_SLOW
          IMG-99     | REFUSED        | 3     | PT42S  | PT0S   | FAILED |       | IMAGE_ERROR
          77         |                | 0     | PT0S   | PT0S   | QUEUED | PT2S  | UNKNOWN_CODE
          99         | NOT_REACHED    | 7     | PT5M   | PT0S   | QUEUED | PT2S  | NAVER_ERROR
          99         | REFUSED        | 1     | PT24H  | PT0S   | FAILED |       | NAVER_ERROR
          hold       |                | 0     | PT0S   | PT0S   | QUEUED | PT20S | CONSENT_HOLD
          hold       | HOLD           | 14    | PT299S | PT0S   | QUEUED | PT20S | CONSENT_HOLD
          hold       | HOLD           | 15    | PT5M   | PT0S   | FAILED |       | CONSENT_HOLD
          hold       | NOT_REACHED    | 20    | PT14M  | PT0S   | QUEUED | PT20S | CONSENT_HOLD
          away       |                | 0     | PT0S   | PT0S   | QUEUED | PT1S  | NOT_REACHED
          away       | NOT_REACHED    | 1     | PT1S   | PT0S   | QUEUED | PT2S  | NOT_REACHED
          away       | NOT_REACHED    | 2     | PT3S   | PT0S   | QUEUED | PT5S  | NOT_REACHED
          away       | NOT_REACHED    | 3     | PT8S   | PT0S   | QUEUED | PT15S | NOT_REACHED
          away       | NOT_REACHED    | 4     | PT23S  | PT0S   | QUEUED | PT60S | NOT_REACHED
          away       | NOT_REACHED    | 9     | PT14M  | PT0S   | QUEUED | PT60S | NOT_REACHED
          away       | NOT_REACHED    | 9     | PT15M  | PT0S   | FAILED |       | NOT_REACHED
          away       | NOT_REACHED    | 9     | PT3H   | PT2H46M| QUEUED | PT60S | NOT_REACHED
          away       | NOT_REACHED    | 9     | PT3H   | PT2H45M| FAILED |       | NOT_REACHED
          away       | NOT_REACHED    | 99    | PT24H  | PT24H  | FAILED |       | NOT_REACHED
          unclear    |                | 0     | PT0S   | PT0S   | UNKNOWN| PT30S | NO_CLEAR_ANSWER
          """)
  void afterEachOutcome(
      String outcome,
      @Nullable Trouble trouble,
      int times,
      Duration since,
      Duration open,
      DeliveryStatus status,
      @Nullable Duration after,
      @Nullable DeliveryReason reason) {
    Instant now = START.plus(since);
    Instant troubleSince = trouble == null ? null : START;
    Progress before =
        new Progress(times + 1, START, trouble, troubleSince, times, Duration.ZERO, null, false);

    Settlement settled =
        settlement(policy.decide(outcome(outcome), new Try(before, now, now, open)));

    assertEquals(status, settled.status());
    assertEquals(reason, settled.reason());
    assertEquals(after == null ? Duration.ZERO : after, settled.pause());
    assertEquals(next(status), settled.next());
  }

  @Test
  void aNewKindOfTroubleBeginsItsOwnSchedule() {
    Progress away =
        Progress.first(1, START)
            .met(Trouble.NOT_REACHED, START, Duration.ZERO)
            .met(Trouble.NOT_REACHED, START.plusSeconds(1), Duration.ZERO);

    Settlement settled =
        settlement(
            policy.decide(
                outcome("hold"),
                new Try(away, START.plusSeconds(3), START.plusSeconds(3), Duration.ofSeconds(9))));

    assertEquals(Trouble.HOLD, settled.progress().trouble());
    assertEquals(1, settled.progress().troubleTimes());
    assertEquals(START.plusSeconds(3), settled.progress().troubleSince());
    assertEquals(Duration.ofSeconds(9), settled.progress().openBefore());
  }

  @ParameterizedTest
  @CsvSource({
    "GOOD, FAILED, NOT_THIS_ACCOUNT, PT0S",
    "BAD, QUEUED, KEY_REJECTED, PT0S",
    "UNSURE, QUEUED, KEY_DOUBTED, PT2S"
  })
  void aRefusedKeyIsCheckedBeforeItIsBlamed(
      KeyVerdict verdict, DeliveryStatus status, DeliveryReason reason, Duration after) {
    Try attempt = new Try(Progress.first(1, START), START, START, Duration.ZERO);
    SendOutcome.KeyRefused refused = new SendOutcome.KeyRefused("01", "Authorization 정보 오류");

    assertInstanceOf(Decision.AskKey.class, policy.decide(refused, attempt));
    Settlement settled = settlement(policy.afterKeyCheck(verdict, refused, attempt));

    assertEquals(status, settled.status());
    assertEquals(reason, settled.reason());
    assertEquals("01", settled.resultCode());
    assertEquals(after, settled.pause());
  }

  /** What may have arrived is neither FAILED nor tried a third time. */
  @ParameterizedTest
  @CsvSource({"02", "99", "hold", "away"})
  void afterAnUncertainTryOnlyNaversYesSettles(String outcome) {
    Progress uncertain = Progress.first(2, START).uncertain(START).again();
    Try attempt = new Try(uncertain, START.plusSeconds(46), START.plusSeconds(47), Duration.ZERO);

    Settlement settled = settlement(policy.decide(outcome(outcome), attempt));
    assertEquals(DeliveryStatus.UNKNOWN, settled.status());
    assertEquals(Settlement.Next.DONE, settled.next());

    Settlement accepted = settlement(policy.decide(outcome("00"), attempt));
    assertEquals(DeliveryStatus.SENT, accepted.status());
  }

  @Test
  void theLaneIsHeldFor75SecondsFromTheFirstUncertainTry() {
    Progress again = Progress.first(2, START).uncertain(START).again();

    Settlement held =
        settlement(
            policy.decide(
                outcome("unclear"),
                new Try(again, START.plusSeconds(46), START.plusSeconds(61), Duration.ZERO)));
    assertEquals(Settlement.Next.HOLD, held.next());
    assertEquals(Duration.ofSeconds(14), held.pause());

    Settlement over =
        settlement(
            policy.decide(
                outcome("unclear"),
                new Try(again, START.plusSeconds(70), START.plusSeconds(75), Duration.ZERO)));
    assertEquals(Settlement.Next.DONE, over.next());
    assertEquals(DeliveryStatus.UNKNOWN, over.status());
  }

  private static Settlement.Next next(DeliveryStatus status) {
    return switch (status) {
      case QUEUED -> Settlement.Next.AGAIN;
      case UNKNOWN -> Settlement.Next.HOLD;
      default -> Settlement.Next.DONE;
    };
  }

  private static Settlement settlement(Decision decision) {
    return assertInstanceOf(Decision.Final.class, decision).settlement(LANE, UUID.randomUUID());
  }

  private static SendOutcome outcome(String name) {
    return switch (name) {
      case "00" -> new SendOutcome.Accepted();
      case "hold" -> new SendOutcome.ConsentHold("01", "현재 이 사용자에게 메시지를 보낼 수 없음");
      case "99 user" -> new SendOutcome.Refused("99", "잘못된 user 값 : x");
      case "02", "IMG-01", "IMG-03" -> new SendOutcome.Refused(name, "words");
      case "away" -> new SendOutcome.NotReached("could not connect");
      case "unclear" -> new SendOutcome.Unclear("empty answer");
      default -> new SendOutcome.Retryable(name, "words");
    };
  }
}
