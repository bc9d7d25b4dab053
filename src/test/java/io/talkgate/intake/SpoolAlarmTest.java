package io.talkgate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.intake.spool.BodySeal;
import io.talkgate.intake.spool.Spool;
import io.talkgate.intake.spool.SpoolEntry;
import io.talkgate.intake.spool.SpoolSettings;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.sealing.Owner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TALKGATE_SPOOL_ALARM_SIZE is said once on the way up and once on the way down. */
class SpoolAlarmTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final BodySeal OPEN_LETTER =
      new BodySeal() {
        @Override
        public byte[] seal(byte[] body, Owner owner) {
          return body;
        }

        @Override
        public byte[] open(byte[] sealed, Owner owner) {
          return sealed;
        }
      };

  @TempDir Path temp;

  @Test
  void eachCrossingIsOneLine() {
    SpoolSettings settings = new SpoolSettings(1_000_000, 10_000, 100, 1_000_000, 50_000);
    SpoolAlarm alarm = new SpoolAlarm();
    try (LogLines lines = LogLines.of(SpoolAlarm.class);
        Spool spool = Spool.open(temp.resolve("spool"), settings, OPEN_LETTER)) {
      for (int n = 0; n < 9; n++) {
        append(spool, n);
        alarm.look(spool);
      }
      assertEquals(List.of(), lines.levels());
      for (int n = 9; n < 20; n++) {
        append(spool, n);
        alarm.look(spool);
      }
      assertTrue(spool.alarming());
      assertEquals(List.of("WARN"), lines.levels());

      List<SpoolEntry> entries = spool.next(100, 1_000_000);
      assertEquals(20, entries.size());
      spool.acknowledge(entries);
      alarm.look(spool);
      alarm.look(spool);

      assertFalse(spool.alarming());
      assertEquals(List.of("WARN", "INFO"), lines.levels());
    }
  }

  private static void append(Spool spool, int n) {
    Stamp stamp = new Stamp(new UUID(7, n), Instant.EPOCH);
    spool
        .append(new SpooledEvent(stamp, new UUID(1, 1), new UUID(2, 2), new byte[5_000]))
        .await()
        .atMost(LIMIT);
  }
}
