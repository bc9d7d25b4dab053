package io.talkgate.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.testing.Eventually;
import io.talkgate.testing.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times never run backwards on a replica (contract §1), whatever its clock does. */
class StampsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock();
  private Path file;
  private Stamps stamps;

  @BeforeEach
  void aFirstStart() {
    file = directory.resolve("data").resolve("last-stamp");
    stamps = started();
  }

  @AfterEach
  void stop() throws InterruptedException {
    stamps.keep();
  }

  @Test
  void aClockThatIsSetBackWhileRunningMovesNoStampBack() {
    Stamp before = stamps.next();

    clock.advance(HOUR.negated());

    Instant last = before.at();
    for (int i = 0; i < 1000; i++) {
      Instant next = stamps.next().at();
      assertTrue(next.isAfter(last));
      last = next;
    }
    assertEquals(before.at().plusNanos(1000 * 1000L), last);
  }

  @Test
  void aClockThatCatchesUpIsFollowedAgain() {
    stamps.next();
    clock.advance(HOUR.negated());
    stamps.next();

    clock.advance(HOUR.plusMinutes(1));

    assertTrue(Duration.between(stamps.next().at(), clock.instant()).compareTo(HOUR) < 0);
    assertFalse(stamps.next().at().isAfter(clock.instant()));
  }

  @Test
  void aClockThatIsSetBackOverARestartMovesNoStampBack() throws InterruptedException {
    Instant last = stamps.next().at();
    stamps.keep();
    clock.advance(HOUR.negated());

    stamps = started();

    assertEquals(last.plusNanos(1000), stamps.next().at());
  }

  @Test
  void norOverAKill() {
    Instant last = stamps.next().at();
    Eventually.get(() -> Files.exists(file), exists -> exists);
    clock.advance(HOUR.negated());

    stamps = started();

    assertTrue(stamps.next().at().isAfter(last));
  }

  @Test
  void theMarkIsMovedWithTimeAndNotWithEveryStamp() {
    Instant first = stamps.next().at();
    Instant mark = markOnceThere();
    for (int i = 0; i < 1000; i++) {
      stamps.next();
    }
    assertEquals(mark, markOnceThere());
    assertTrue(mark.isAfter(first));

    clock.advance(HOUR);
    stamps.next();

    Eventually.get(this::markOnceThere, moved -> moved.isAfter(mark.plus(HOUR).minusSeconds(1)));
  }

  @Test
  void anOrderlyRestartDoesNotPutStampsIntoTheFuture() throws InterruptedException {
    stamps.next();
    stamps.keep();

    stamps = started();

    Stamp next = stamps.next();
    assertFalse(next.at().isAfter(clock.instant()));
  }

  @Test
  void aMarkThatCannotBeTrueIsNotBelieved() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, clock.instant().plus(Duration.ofDays(400)).toString());

    stamps = started();

    assertFalse(stamps.next().at().isAfter(clock.instant()));
  }

  @Test
  void aDamagedMarkDoesNotStopTheStart() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "\u0000\u0000");

    stamps = started();

    assertFalse(stamps.next().at().isAfter(clock.instant()));
  }

  @Test
  void aDiskThatTakesNothingDoesNotHoldTheStamps() throws Exception {
    Files.createDirectories(file);

    Stamp first = stamps.next();

    assertTrue(stamps.next().at().isAfter(first.at()));
  }

  private Stamps started() {
    HighWaterMark mark = new HighWaterMark(file);
    Stamps started = new Stamps(clock, mark);
    mark.read().ifPresent(started::goOnFrom);
    return started;
  }

  private Instant markOnceThere() {
    return Eventually.get(() -> new HighWaterMark(file).read(), Optional::isPresent).orElseThrow();
  }
}
