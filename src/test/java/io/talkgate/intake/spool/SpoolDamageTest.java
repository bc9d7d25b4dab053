package io.talkgate.intake.spool;

import static io.talkgate.intake.spool.Spools.append;
import static io.talkgate.intake.spool.Spools.event;
import static io.talkgate.intake.spool.Spools.numbers;
import static io.talkgate.intake.spool.Spools.open;
import static io.talkgate.intake.spool.Spools.pending;
import static io.talkgate.intake.spool.Spools.segments;
import static io.talkgate.intake.spool.Spools.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Truncated and bit-flipped files: what is damaged is reported, and costs no other record. */
class SpoolDamageTest {
  private static final int RECORDS = 5;

  @TempDir Path directory;

  private Path segment = Path.of("");
  private byte[] intact = {};
  private int recordBytes;

  @BeforeEach
  void fiveRecordsOfEqualLength() throws IOException {
    try (Spool spool = open(directory)) {
      append(spool, 1, RECORDS);
    }
    segment = segments(directory).get(0);
    intact = Files.readAllBytes(segment);
    recordBytes = intact.length / RECORDS;
    assertEquals(0, intact.length % RECORDS);
  }

  @Test
  void aTruncationAtAnyByteCostsOnlyWhatIsCutOff() throws IOException {
    for (int length = 0; length <= intact.length; length++) {
      Files.write(segment, Arrays.copyOf(intact, length));
      int whole = length / recordBytes;
      assertPending(numbers(1, whole), 0, "cut to " + length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void aFlippedBitInAnyByteCostsOnlyItsRecord(int victim) throws IOException {
    for (int i = 0; i < recordBytes; i++) {
      int at = (victim - 1) * recordBytes + i;
      byte[] damaged = intact.clone();
      damaged[at] ^= (byte) (1 << (i % 8));
      Files.write(segment, damaged);
      assertPending(without(numbers(1, RECORDS), victim), 1, "flipped byte " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void aFlippedBitWhileTheSpoolIsOpenCostsOnlyItsRecord(int victim) throws IOException {
    for (int i = 0; i < recordBytes; i += 7) {
      Files.write(segment, intact);
      try (Spool spool = open(directory)) {
        byte[] damaged = intact.clone();
        damaged[(victim - 1) * recordBytes + i] ^= 4;
        Files.write(segment, damaged);
        assertEquals(without(numbers(1, RECORDS), victim), pending(spool), "flipped byte " + i);
        assertEquals(1, spool.damagedRecords());
        assertEquals(RECORDS - 1, spool.pendingRecords());
      }
    }
  }

  @Test
  void aHoleInTheFileCostsOnlyWhatItTouches() throws IOException {
    byte[] damaged = intact.clone();
    Arrays.fill(damaged, recordBytes + 10, 3 * recordBytes + 10, (byte) 0);
    Files.write(segment, damaged);
    try (Spool spool = open(directory)) {
      assertEquals(List.of(1, 5), pending(spool));
      assertTrue(spool.damagedRecords() >= 1);
    }
  }

  @Test
  void bytesInsertedOrMissingInTheMiddleCostOnlyTheirRecord() throws IOException {
    byte[] shorter = new byte[intact.length - 3];
    System.arraycopy(intact, 0, shorter, 0, recordBytes + 20);
    int rest = recordBytes + 23;
    System.arraycopy(intact, rest, shorter, rest - 3, intact.length - rest);
    Files.write(segment, shorter);
    assertPending(List.of(1, 3, 4, 5), 1, "three bytes missing");
  }

  @Test
  void zerosAtTheEndAreATornEnd() throws IOException {
    Files.write(segment, new byte[10_000], StandardOpenOption.APPEND);
    assertPending(numbers(1, RECORDS), 0, "zeros at the end");
  }

  @Test
  void aBadSectorCostsOnlyWhatLiesInIt() throws IOException {
    byte[] body = new byte[event(1).body().length];
    try (Spool spool = open(directory)) {
      numbers(RECORDS + 1, 200).forEach(n -> append(spool, event(n, body)));
    }
    FaultyFiles files = new FaultyFiles();
    files.badByte = 5000;
    int firstLost = RECORDS + 4096 / recordBytes + 1;
    int lastLost = RECORDS + 8191 / recordBytes + 1;
    List<Integer> left = new ArrayList<>(numbers(1, firstLost - 1));
    left.addAll(numbers(lastLost + 1, 200));
    Files.delete(segment);
    left.removeAll(numbers(1, RECORDS));
    try (Spool spool = open(directory, files)) {
      assertEquals(left, pending(spool));
      assertEquals(1, spool.damagedRecords());
    }
  }

  @Test
  void aRecordThatCannotBeReadNowIsKeptAndHoldsUpNoOther() throws IOException {
    FaultyFiles files = new FaultyFiles();
    try (Spool spool = open(directory, files)) {
      files.badByte = 2L * recordBytes + 100;
      List<SpoolEntry> entries = spool.next(10, 10_000);
      assertEquals(RECORDS - 1, entries.size());
      assertEquals(1, spool.withheldRecords());
      spool.acknowledge(entries);
    }
    assertPending(List.of(3), 0, "after the restart");
  }

  @Test
  void aFlippedBitInTheListOfAcknowledgementsAcknowledgesNothingElse() throws IOException {
    try (Spool spool = open(directory)) {
      spool.acknowledge(spool.next(2, 1000));
    }
    Path list = Spools.files(directory, ".acks").get(0);
    byte[] lines = Files.readAllBytes(list);
    for (int i = 8; i < 16; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = lines.clone();
        damaged[i] ^= (byte) (1 << bit);
        Files.write(list, damaged);
        assertPending(numbers(2, RECORDS), 0, "byte " + i + ", bit " + bit);
      }
    }
  }

  @Test
  void aTornListOfAcknowledgementsGoesOnAtItsLastWholeLine() throws IOException {
    try (Spool spool = open(directory)) {
      spool.acknowledge(spool.next(2, 1000));
    }
    Path list = Spools.files(directory, ".acks").get(0);
    Files.write(list, Arrays.copyOf(Files.readAllBytes(list), 11));
    try (Spool spool = open(directory)) {
      spool.acknowledge(spool.next(2, 1000));
    }
    assertPending(List.of(4, 5), 0, "torn list");
  }

  @Test
  void aDeletedSegmentCostsOnlyItself() throws IOException {
    try (Spool spool = open(directory)) {
      append(spool, 6, 8);
      Files.delete(segment);
      assertEquals(numbers(6, 8), pending(spool));
      assertEquals(numbers(6, 8), pending(spool));
    }
    assertPending(numbers(6, 8), 0, "after the restart");
  }

  private void assertPending(List<Integer> expected, int damaged, String when) {
    try (Spool spool = open(directory)) {
      assertEquals(damaged, spool.damagedRecords(), when + ", when opened");
      assertEquals(expected, pending(spool), when);
      assertEquals(damaged, spool.damagedRecords(), when);
      assertEquals(expected.size(), spool.pendingRecords(), when);
    }
  }
}
