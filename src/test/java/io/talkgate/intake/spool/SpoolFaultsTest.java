package io.talkgate.intake.spool;

import static io.talkgate.intake.spool.Spools.append;
import static io.talkgate.intake.spool.Spools.appendTogether;
import static io.talkgate.intake.spool.Spools.event;
import static io.talkgate.intake.spool.Spools.numbers;
import static io.talkgate.intake.spool.Spools.open;
import static io.talkgate.intake.spool.Spools.pending;
import static io.talkgate.intake.spool.Spools.segments;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.platform.sealing.Owner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails: no completed record is lost, and no file is written after its failure. */
class SpoolFaultsTest {
  @TempDir Path directory;

  private final FaultyFiles files = new FaultyFiles();

  @Test
  void aFailedForceLeadsToANewSegmentAndLosesNothing() throws IOException {
    try (Spool spool = open(directory, files)) {
      append(spool, 1, 3);
      files.failingForces.set(1);
      append(spool, 4, 6);
      assertEquals(numbers(1, 6), pending(spool));
      assertEquals(2, segments(directory).size());
    }
    assertReopened(numbers(1, 6));
  }

  @Test
  void aFailedWriteLeadsToANewSegmentAndLosesNothing() throws IOException {
    try (Spool spool = open(directory, files)) {
      append(spool, 1, 3);
      files.failingWrites.set(1);
      append(spool, 4, 6);
      assertEquals(numbers(1, 6), pending(spool));
      assertEquals(2, segments(directory).size());
    }
    assertReopened(numbers(1, 6));
  }

  @Test
  void shortWritesAreGoneOnWith() {
    files.writeLimit = 7;
    try (Spool spool = open(directory, files)) {
      appendTogether(spool, 1, 20);
      assertEquals(numbers(1, 20), pending(spool));
    }
    assertReopened(numbers(1, 20));
  }

  @Test
  void aSegmentWhoseDirectoryEntryIsNotDurableIsNotUsed() throws IOException {
    files.failingSyncs.set(1);
    try (Spool spool = open(directory, files)) {
      append(spool, 1, 2);
      assertEquals(1, segments(directory).size());
      assertEquals(numbers(1, 2), pending(spool));
    }
    assertReopened(numbers(1, 2));
  }

  @Test
  void twoFailuresFailTheAppendAndLeaveNothingBehind() throws IOException {
    try (Spool spool = open(directory, files)) {
      files.failingForces.set(2);
      assertThrows(SpoolFailedException.class, () -> append(spool, event(1)));
      assertEquals(List.of(), segments(directory));
      assertTrue(spool.isEmpty());
      assertEquals(0, spool.bytes());
      append(spool, 2, 2);
      assertEquals(List.of(2), pending(spool));
    }
    assertReopened(List.of(2));
  }

  @Test
  void aFullDiskRefusesUntilThereIsSpaceAgain() throws IOException {
    try (Spool spool = open(directory, files)) {
      append(spool, 1, 3);
      files.freeBytes.set(50);
      for (int n = 4; n < 10; n++) {
        SpooledEvent refused = event(n);
        assertThrows(SpoolFullException.class, () -> append(spool, refused));
      }
      assertEquals(1, segments(directory).size());
      files.freeBytes.set(1_000_000);
      append(spool, 10, 12);
      assertEquals(List.of(1, 2, 3, 10, 11, 12), pending(spool));
    }
    assertReopened(List.of(1, 2, 3, 10, 11, 12));
  }

  @Test
  void aFullDiskDoesNotStopTheDraining() {
    try (Spool spool = open(directory, files)) {
      append(spool, 1, 3);
      files.freeBytes.set(0);
      spool.acknowledge(spool.next(2, 1000));
      assertEquals(List.of(3), pending(spool));
    }
    assertReopened(numbers(1, 3));
  }

  @Test
  void faultsAtAnyMomentLoseNoCompletedRecord() {
    List<Integer> completed = new ArrayList<>();
    try (Spool spool = open(directory, files)) {
      for (int n = 1; n <= 200; n++) {
        files.failingWrites.set(n % 7 == 0 ? n % 3 : 0);
        files.failingForces.set(n % 5 == 0 ? n % 3 : 0);
        files.writeLimit = n % 11 == 0 ? 50 : Integer.MAX_VALUE;
        try {
          append(spool, event(n));
          completed.add(n);
        } catch (SpoolFailedException expectedNowAndThen) {
          assertTrue(n % 5 == 0 || n % 7 == 0);
        }
      }
      assertEquals(completed, pending(spool));
      assertTrue(completed.size() > 150, completed.toString());
    }
    assertEquals(List.of(), files.writtenAfterFailure);
    try (Spool spool = open(directory)) {
      // A record that failed may be there, or one be there twice: its id makes that harmless.
      assertTrue(new TreeSet<>(pending(spool)).containsAll(completed));
      assertEquals(0, spool.damagedRecords());
    }
  }

  @Test
  void aBodyThatCannotBeSealedFailsAlone() {
    BodySeal seal =
        new TestSeal() {
          @Override
          public byte[] seal(byte[] body, Owner owner) {
            if (body.length == 0) {
              throw new IllegalStateException("no key");
            }
            return super.seal(body, owner);
          }
        };
    try (Spool spool = Spool.open(directory, Spools.settings(), seal)) {
      assertThrows(SpoolFailedException.class, () -> append(spool, event(1, new byte[0])));
      append(spool, 2, 2);
      assertEquals(List.of(2), pending(spool));
    }
  }

  @Test
  void theWriterOutlivesAnError() {
    BodySeal seal =
        new TestSeal() {
          @Override
          public byte[] seal(byte[] body, Owner owner) {
            if (body.length == 0) {
              throw new OutOfMemoryError("injected");
            }
            return super.seal(body, owner);
          }
        };
    try (Spool spool = Spool.open(directory, Spools.settings(), seal)) {
      append(spool, 1, 1);
      assertThrows(SpoolFailedException.class, () -> append(spool, event(2, new byte[0])));
      append(spool, 3, 3);
      assertEquals(List.of(1, 3), pending(spool));
    }
  }

  /** After a failed force the old file may still hold what the new one holds: ids, not counts. */
  private void assertReopened(List<Integer> expected) {
    assertEquals(List.of(), files.writtenAfterFailure);
    try (Spool spool = open(directory)) {
      assertEquals(expected, pending(spool).stream().distinct().toList());
      assertEquals(0, spool.damagedRecords());
    }
  }
}
