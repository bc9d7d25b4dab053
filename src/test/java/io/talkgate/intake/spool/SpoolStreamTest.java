package io.talkgate.intake.spool;

import static io.talkgate.intake.spool.Spools.all;
import static io.talkgate.intake.spool.Spools.append;
import static io.talkgate.intake.spool.Spools.event;
import static io.talkgate.intake.spool.Spools.files;
import static io.talkgate.intake.spool.Spools.open;
import static io.talkgate.intake.spool.Spools.pending;
import static io.talkgate.intake.spool.Spools.stamp;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A body that comes in pieces is a record like any other once it is published, and nothing before.
 */
class SpoolStreamTest {
  private static final int PIECE = 10_000;

  @TempDir Path temp;

  private Path directory = Path.of("");

  @BeforeEach
  void nameDirectory() {
    directory = temp.resolve("spool");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000})
  void aBodyOfAnyLengthComesBackAfterARestart(int length) throws IOException {
    byte[] body = body(length);
    try (Spool spool = open(directory)) {
      SpoolStream stream = spool.begin(event(99));
      write(stream, body);
      assertArrayEquals(body, stream.read().readAllBytes());
      stream.publish(stamp(1));
      assertEquals(1, spool.pendingRecords());
    }
    try (Spool spool = open(directory)) {
      SpoolEntry entry = all(spool).get(0);
      assertArrayEquals(body, entry.record().body());
      assertEquals(stamp(1), entry.record().stamp());
      assertEquals(0, spool.damagedRecords());
      spool.acknowledge(List.of(entry));
      assertEquals(0, spool.bytes());
    }
  }

  @Test
  void itStandsBetweenWhatWasAppendedBeforeAndAfter() {
    try (Spool spool = open(directory)) {
      append(spool, 1, 3);
      SpoolStream stream = spool.begin(event(99));
      append(spool, 4, 5);
      write(stream, body(200_000));
      stream.publish(stamp(6));
      append(spool, 7, 9);
      assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), pending(spool));
    }
  }

  @Test
  void whatIsDroppedOrCutOffByACrashLeavesNothing() throws IOException {
    try (Spool spool = open(directory)) {
      try (SpoolStream dropped = spool.begin(event(1))) {
        write(dropped, body(200_000));
        assertTrue(spool.bytes() > 100_000);
      }
      assertEquals(0, spool.bytes());
      assertEquals(List.of(), files(directory, ".part"));
    }
    Files.write(directory.resolve("0-0.part"), body(100_000));
    try (Spool spool = open(directory)) {
      assertEquals(List.of(), files(directory, ".part"));
      assertTrue(spool.isEmpty());
      assertEquals(0, spool.damagedRecords());
    }
  }

  @Test
  void nothingOfItIsReadableOnTheDisk() throws IOException {
    byte[] words = "what a customer wrote ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try (Spool spool = open(directory)) {
      SpoolStream stream = spool.begin(event(1));
      write(stream, words);
      String part = Files.readString(files(directory, ".part").get(0), StandardCharsets.ISO_8859_1);
      assertTrue(part.length() > 100_000);
      assertTrue(!part.contains("customer wrote"));
      stream.close();
    }
  }

  @Test
  void beyondTheSpoolsLimitItIsRefusedAndTheRoomIsFreeAgain() {
    SpoolSettings small = new SpoolSettings(300_000, 100_000, 100, 1_000_000, 100_000);
    try (Spool spool = Spool.open(directory, small, new TestSeal())) {
      SpoolStream stream = spool.begin(event(1));
      assertThrows(SpoolFullException.class, () -> write(stream, body(500_000)));
      stream.close();
      assertEquals(0, spool.bytes());
      append(spool, 1, 1);
    }
  }

  @Test
  void aFailingDiskIsSaidAndLeavesNothing() throws IOException {
    FaultyFiles disk = new FaultyFiles();
    try (Spool spool = open(directory, disk)) {
      SpoolStream stream = spool.begin(event(1));
      write(stream, body(100_000));
      disk.failingForces.set(1);
      assertThrows(SpoolFailedException.class, () -> stream.publish(stamp(1)));
      assertTrue(spool.isEmpty());
      assertEquals(List.of(), files(directory, ".part"));
      SpoolStream full = spool.begin(event(2));
      disk.freeBytes.set(50_000);
      assertThrows(SpoolFullException.class, () -> write(full, body(500_000)));
      full.close();
      assertEquals(List.of(), files(directory, ".part"));
    }
  }

  @Test
  void chunksCannotChangePlacesOrOwners() {
    TestSeal seal = new TestSeal();
    UUID stream = new UUID(1, 1);
    byte[] first = seal.seal(body(SealedChunks.CHUNK), Owners.ofChunk(event(1), stream, 0, false));
    byte[] last = seal.seal(body(5), Owners.ofChunk(event(1), stream, 1, true));

    assertEquals(SealedChunks.CHUNK + 5, opened(join(stream, first, last), event(1), seal).length);
    assertThrows(RuntimeException.class, () -> opened(join(stream, last, first), event(1), seal));
    assertThrows(RuntimeException.class, () -> opened(join(stream, first), event(1), seal));
    assertThrows(RuntimeException.class, () -> opened(join(stream, first, last), event(2), seal));
  }

  private static byte[] opened(byte[] sealed, SpoolRecord record, BodySeal seal) {
    try {
      return SealedChunks.open(new ByteArrayInputStream(sealed), sealed.length, record, seal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] join(UUID stream, byte[]... chunks) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(SealedChunks.prefix(stream));
    for (byte[] chunk : chunks) {
      all.writeBytes(ByteBuffer.allocate(4).putInt(chunk.length).array());
      all.writeBytes(chunk);
    }
    return all.toByteArray();
  }

  private static void write(SpoolStream stream, byte[] body) {
    for (int at = 0; at < body.length; at += PIECE) {
      stream.write(Arrays.copyOfRange(body, at, Math.min(body.length, at + PIECE)));
    }
  }

  private static byte[] body(int length) {
    byte[] body = new byte[length];
    new Random(length).nextBytes(body);
    return body;
  }
}
