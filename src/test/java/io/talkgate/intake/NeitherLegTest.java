package io.talkgate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract §2: the one alarm that means loss is seen and does not drown the log. */
class NeitherLegTest {
  private final SettableClock clock = new SettableClock();
  private final NeitherLeg leg = new NeitherLeg(clock);

  @Test
  void aThousandLostEventsAreOneLineAMinuteAndOneWhenItIsOver() {
    try (LogLines lines = LogLines.of(NeitherLeg.class)) {
      leg.isOver();
      assertFalse(leg.isFailing());
      for (int i = 0; i < 1000; i++) {
        leg.hasTaken(new IntakeFullException("too many"));
      }
      assertTrue(leg.isFailing());
      assertEquals(List.of("ERROR"), lines.levels());
      clock.advance(Duration.ofMinutes(1));
      leg.hasTaken(new IntakeFullException("too many"));
      assertEquals(List.of("ERROR", "ERROR"), lines.levels());

      leg.isOver();
      leg.isOver();

      assertFalse(leg.isFailing());
      assertEquals(List.of("ERROR", "ERROR", "INFO"), lines.levels());
    }
  }
}
