package io.talkgate.intake.spool;

import static io.talkgate.intake.spool.Spools.append;
import static io.talkgate.intake.spool.Spools.event;
import static io.talkgate.intake.spool.Spools.numbers;
import static io.talkgate.intake.spool.Spools.open;
import static io.talkgate.intake.spool.Spools.pending;
import static io.talkgate.intake.spool.Spools.segments;
import static io.talkgate.intake.spool.Spools.segmentsOf;
import static io.talkgate.intake.spool.Spools.stamp;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.platform.StartRefused;
import io.talkgate.platform.sealing.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Append, read, acknowledge (design §3.4). */
class SpoolTest {
  @TempDir Path directory;

  @Test
  void whatIsAppendedIsReadBackWhole() {
    byte[] large = new byte[10 * 1024 * 1024];
    new Random(1).nextBytes(large);
    byte[] hash = new byte[32];
    Arrays.fill(hash, (byte) 9);
    List<SpoolRecord> records =
        List.of(
            event(1),
            event(2, new byte[0]),
            new UnresolvedCall(stamp(3), hash, new byte[] {1, 2}),
            event(4, large));
    try (Spool spool = open(directory)) {
      records.forEach(record -> append(spool, record));
    }
    try (Spool spool = open(directory)) {
      List<SpoolEntry> entries = spool.next(10, Long.MAX_VALUE);
      assertEquals(records.size(), entries.size());
      for (int i = 0; i < records.size(); i++) {
        assertSame(records.get(i), entries.get(i).record());
      }
    }
  }

  private static void assertSame(SpoolRecord expected, SpoolRecord actual) {
    assertEquals(expected.stamp(), actual.stamp());
    assertArrayEquals(expected.body(), actual.body());
    if (expected instanceof SpooledEvent event) {
      SpooledEvent other = assertInstanceOf(SpooledEvent.class, actual);
      assertEquals(event.brandId(), other.brandId());
      assertEquals(event.linkId(), other.linkId());
    } else {
      UnresolvedCall other = assertInstanceOf(UnresolvedCall.class, actual);
      assertArrayEquals(((UnresolvedCall) expected).tokenHash(), other.tokenHash());
    }
  }

  @Test
  void bodiesDoNotStandReadableOnTheDisk() throws IOException {
    try (Spool spool = open(directory)) {
      append(spool, event(1));
    }
    String raw =
        new String(Files.readAllBytes(segments(directory).get(0)), StandardCharsets.ISO_8859_1);
    assertFalse(raw.contains("body"));
  }

  @Test
  void orderIsThatOfAppendingOverSegmentsAndRestarts() throws IOException {
    try (Spool spool = Spool.open(directory, segmentsOf(400), new TestSeal())) {
      append(spool, 1, 10);
    }
    try (Spool spool = Spool.open(directory, segmentsOf(400), new TestSeal())) {
      append(spool, 11, 20);
      assertTrue(segments(directory).size() > 5);
      assertEquals(numbers(1, 20), pending(spool));
    }
  }

  @Test
  void nextGoesOnWhereItStoppedWithinItsBounds() {
    try (Spool spool = open(directory)) {
      append(spool, event(1, new byte[1000]));
      append(spool, event(2, new byte[10]));
      append(spool, event(3, new byte[10]));
      append(spool, event(4, new byte[10]));
      assertEquals(List.of(1), taken(spool.next(10, 500)));
      assertEquals(List.of(2, 3), taken(spool.next(2, 500)));
      assertEquals(List.of(4), taken(spool.next(10, 500)));
      assertEquals(List.of(), taken(spool.next(10, 500)));
      spool.rewind();
      assertEquals(List.of(1), taken(spool.next(1, 500)));
    }
  }

  private static List<Integer> taken(List<SpoolEntry> entries) {
    return entries.stream().map(entry -> Spools.number(entry.record())).toList();
  }

  @Test
  void acknowledgedRecordsAreNotHandedOutAgain() {
    try (Spool spool = open(directory)) {
      append(spool, 1, 5);
      List<SpoolEntry> entries = spool.next(5, 1000);
      spool.acknowledge(List.of(entries.get(1), entries.get(3)));
      assertEquals(List.of(1, 3, 5), pending(spool));
      assertEquals(3, spool.pendingRecords());
    }
    try (Spool spool = open(directory)) {
      assertEquals(List.of(1, 3, 5), pending(spool));
      spool.rewind();
      spool.acknowledge(spool.next(1, 1000));
    }
    try (Spool spool = open(directory)) {
      assertEquals(List.of(3, 5), pending(spool));
    }
  }

  @Test
  void acknowledgingTwiceCountsOnce() {
    try (Spool spool = open(directory)) {
      append(spool, 1, 3);
      List<SpoolEntry> first = spool.next(1, 1000);
      spool.acknowledge(first);
      spool.acknowledge(first);
      assertEquals(2, spool.pendingRecords());
    }
  }

  @Test
  void acknowledgedSegmentsAreDeleted() throws IOException {
    try (Spool spool = Spool.open(directory, segmentsOf(400), new TestSeal())) {
      append(spool, 1, 10);
      List<SpoolEntry> entries = spool.next(10, 10_000);
      int before = segments(directory).size();
      spool.acknowledge(entries.subList(0, 5));
      assertTrue(segments(directory).size() < before);
      spool.acknowledge(entries.subList(5, 10));
      assertEquals(List.of(), segments(directory));
      assertEquals(List.of(), Spools.files(directory, ".acks"));
      assertEquals(0, spool.bytes());
      append(spool, 11, 12);
      assertEquals(List.of(11, 12), taken(spool.next(10, 1000)));
    }
  }

  @Test
  void aListOfAcknowledgementsWithoutItsSegmentIsDeleted() throws IOException {
    Files.writeString(directory.resolve("000000000000000007.acks"), "left behind");
    open(directory).close();
    assertEquals(List.of(), Spools.files(directory, ".acks"));
  }

  @Test
  void theFiguresTellWhatIsThere() {
    SpoolSettings settings = new SpoolSettings(1_000_000, 1_000_000, 100, 100_000, 200);
    try (Spool spool = Spool.open(directory, settings, new TestSeal())) {
      assertTrue(spool.isEmpty());
      assertEquals(Optional.empty(), spool.oldest());
      assertFalse(spool.alarming());
      append(spool, event(5));
      append(spool, event(3));
      assertFalse(spool.isEmpty());
      assertEquals(2, spool.pendingRecords());
      assertTrue(spool.alarming());
      assertEquals(Optional.of(stamp(3).at().truncatedTo(ChronoUnit.SECONDS)), spool.oldest());
      List<SpoolEntry> entries = spool.next(2, 1000);
      spool.acknowledge(entries.subList(1, 2));
      assertEquals(Optional.of(stamp(5).at().truncatedTo(ChronoUnit.SECONDS)), spool.oldest());
      spool.acknowledge(entries);
      assertTrue(spool.isEmpty());
      assertEquals(0, spool.damagedRecords() + spool.withheldRecords());
    }
  }

  @Test
  void aSecondSpoolOnTheSameDirectoryIsRefused() {
    try (Spool spool = open(directory)) {
      StartRefused refused = assertThrows(StartRefused.class, () -> open(directory));
      assertTrue(String.valueOf(refused.getMessage()).contains("is in use"));
      assertThrows(StartRefused.class, () -> spool.importFrom(directory));
      append(spool, 1, 1);
    }
    open(directory).close();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsRefusedInOneLine() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    StartRefused refused = assertThrows(StartRefused.class, () -> open(file.resolve("spool")));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("cannot be used") && message.lines().count() == 1, message);
  }

  @Test
  void aClosedSpoolTakesAndGivesNothing() {
    Spool spool = open(directory);
    append(spool, 1, 1);
    List<SpoolEntry> entries = spool.next(1, 100);
    spool.close();
    spool.close();
    assertThrows(SpoolFailedException.class, () -> append(spool, 2, 2));
    assertThrows(SpoolFailedException.class, () -> spool.next(1, 100));
    assertThrows(SpoolFailedException.class, () -> spool.acknowledge(entries));
  }

  @Test
  void aBodyThatDoesNotOpenIsKeptAndHoldsUpNoOther() {
    try (Spool spool = open(directory)) {
      append(spool, 1, 3);
    }
    BodySeal lostKey =
        new TestSeal() {
          @Override
          public byte[] open(byte[] sealed, Owner owner) {
            if (owner.rowId().equals(stamp(2).id())) {
              throw new IllegalStateException("no such key");
            }
            return super.open(sealed, owner);
          }
        };
    try (Spool spool = Spool.open(directory, Spools.settings(), lostKey)) {
      List<SpoolEntry> entries = spool.next(10, 1000);
      assertEquals(List.of(1, 3), taken(entries));
      assertEquals(1, spool.withheldRecords());
      spool.acknowledge(entries);
      assertTrue(spool.isEmpty());
    }
    try (Spool spool = open(directory)) {
      assertEquals(List.of(2), pending(spool));
    }
  }
}
