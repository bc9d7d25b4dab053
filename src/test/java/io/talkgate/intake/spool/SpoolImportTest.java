package io.talkgate.intake.spool;

import static io.talkgate.intake.spool.Spools.append;
import static io.talkgate.intake.spool.Spools.appendTogether;
import static io.talkgate.intake.spool.Spools.numbers;
import static io.talkgate.intake.spool.Spools.open;
import static io.talkgate.intake.spool.Spools.pending;
import static io.talkgate.intake.spool.Spools.segments;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.talkgate.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spool left by a replica that is gone moves into another. */
class SpoolImportTest {
  @TempDir Path temp;

  private Path own = Path.of("");
  private Path other = Path.of("");

  @BeforeEach
  void twoDirectories() {
    own = temp.resolve("own");
    other = temp.resolve("other");
  }

  @Test
  void pendingRecordsMoveAndTheirSegmentsAreDeleted() throws IOException {
    try (Spool left = open(other)) {
      appendTogether(left, 1, 1000);
      left.acknowledge(left.next(3, 1000));
    }
    try (Spool spool = open(own)) {
      append(spool, 2001, 2001);
      assertEquals(997, spool.importFrom(other));
      assertEquals(List.of(), segments(other));
      assertEquals(998, spool.pendingRecords());
      List<Integer> expected = numbers(4, 1000);
      assertEquals(expected, pending(spool).subList(1, 998));
      assertEquals(0, spool.importFrom(other));
    }
    try (Spool spool = open(own)) {
      assertEquals(998, spool.pendingRecords());
    }
  }

  @Test
  void whatFindsNoRoomStaysWhereItWas() {
    try (Spool left = open(other)) {
      appendTogether(left, 1, 1000);
    }
    SpoolSettings small = new SpoolSettings(50_000, 10_000, 1000, 1_000_000, 10_000);
    TreeSet<Integer> together;
    try (Spool spool = Spool.open(own, small, new TestSeal())) {
      assertThrows(RuntimeException.class, () -> spool.importFrom(other));
      together = new TreeSet<>(pending(spool));
      assertTrue(together.size() > 100, together.toString());
    }
    try (Spool left = open(other)) {
      together.addAll(pending(left));
    }
    assertEquals(new TreeSet<>(numbers(1, 1000)), together);
  }

  @Test
  void damageOfTheOtherIsCountedHere() throws IOException {
    try (Spool left = open(other)) {
      append(left, 1, 3);
    }
    Path segment = segments(other).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 2] ^= 1;
    Files.write(segment, bytes);
    try (Spool spool = open(own)) {
      assertEquals(2, spool.importFrom(other));
      assertEquals(1, spool.damagedRecords());
      assertEquals(List.of(1, 3), pending(spool));
    }
  }

  @Test
  void aDirectoryInUseOrAbsentIsRefused() throws IOException {
    try (Spool spool = open(own);
        Spool living = open(other)) {
      append(living, 1, 1);
      assertThrows(StartRefused.class, () -> spool.importFrom(other));
      assertThrows(StartRefused.class, () -> spool.importFrom(temp.resolve("nowhere")));
      assertEquals(List.of(1), pending(living));
    }
    assertTrue(Files.notExists(temp.resolve("nowhere")));
  }
}
