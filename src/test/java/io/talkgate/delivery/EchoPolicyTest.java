package io.talkgate.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.talkgate.consultation.DeliveryReason;
import io.talkgate.consultation.DeliveryStatus;
import io.talkgate.consultation.LaneKey;
import io.talkgate.consultation.OverdueLane;
import io.talkgate.consultation.Progress;
import io.talkgate.consultation.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last row of design §5, when nothing more came. */
class EchoPolicyTest {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final UUID MESSAGE = UUID.randomUUID();
  private final EchoPolicy policy = new EchoPolicy();

  @ParameterizedTest(name = "hears {0}, resent {1}, after {2}: {3}")
  @CsvSource({
    "true,  false, PT46S, AGAIN",
    "false, false, PT46S, DONE",
    "true,  true,  PT60S, DONE",
    "true,  false, PT75S, DONE"
  })
  void oneMoreTryOnlyIfTheLinkHears(
      boolean hears, boolean resent, Duration after, Settlement.Next next) {
    Progress progress = Progress.first(1, START).uncertain(START);
    OverdueLane lane =
        lane(DeliveryStatus.UNKNOWN, resent ? progress.again() : progress, after, hears);

    Settlement settled = settlement(lane);

    assertEquals(DeliveryStatus.UNKNOWN, settled.status());
    assertEquals(next, settled.next());
    assertEquals(next == Settlement.Next.AGAIN || resent, settled.progress().resent());
  }

  @ParameterizedTest(name = "found after {0}: {1} for {2}")
  @CsvSource({"PT30S, HOLD, PT30S", "PT50S, HOLD, PT25S", "PT1H, DONE, PT0S"})
  void aLostSendersMessageIsUnknown(Duration after, Settlement.Next next, Duration pause) {
    Settlement settled =
        settlement(lane(DeliveryStatus.SENDING, Progress.first(1, START), after, false));

    assertEquals(DeliveryStatus.UNKNOWN, settled.status());
    assertEquals(DeliveryReason.SENDER_LOST, settled.reason());
    assertEquals(next, settled.next());
    assertEquals(pause, settled.pause());
    assertEquals(START, settled.progress().uncertainSince());
  }

  @Test
  void aSettledMessageHoldsNothing() {
    OverdueLane lane =
        lane(DeliveryStatus.CONFIRMED, Progress.first(1, START), Duration.ofSeconds(30), true);

    assertEquals(Optional.empty(), policy.afterSilence(lane));
  }

  private Settlement settlement(OverdueLane lane) {
    return policy.afterSilence(lane).orElseThrow().settlement(lane.lane(), MESSAGE);
  }

  private static OverdueLane lane(
      DeliveryStatus status, Progress progress, Duration after, boolean hears) {
    LaneKey key = new LaneKey(UUID.randomUUID(), UUID.randomUUID(), 1);
    return new OverdueLane(key, MESSAGE, status, progress, START, hears, START.plus(after));
  }
}
