package io.talkgate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.talkgate.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strangers who fill their share of the spool are not taken for the loss of events. */
class StrangersRefusedTest {
  private final SettableClock clock = new SettableClock();
  private final StrangersRefused strangers = new StrangersRefused(clock);

  @Test
  void aThousandRefusedCallsAreOneLineAMinute() {
    try (LogLines lines = LogLines.of(StrangersRefused.class)) {
      for (int i = 0; i < 1000; i++) {
        strangers.another();
      }
      assertEquals(List.of("ERROR"), lines.levels());
      clock.advance(Duration.ofMinutes(1));

      strangers.another();

      assertEquals(List.of("ERROR", "ERROR"), lines.levels());
    }
  }
}
