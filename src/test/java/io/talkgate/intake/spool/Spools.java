package io.talkgate.intake.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the tests of the spool say often. */
final class Spools {
  static final Duration LIMIT = Duration.ofSeconds(20);
  static final UUID BRAND = new UUID(1, 2);
  static final UUID LINK = new UUID(3, 4);
  static final Instant START = Instant.parse("2026-01-02T03:04:05.678901Z");
  static final long MIB = 1024 * 1024;

  private Spools() {}

  static SpoolSettings settings() {
    return new SpoolSettings(64 * MIB, 4 * MIB, 20_000, 32 * MIB, 32 * MIB);
  }

  static SpoolSettings segmentsOf(long bytes) {
    return new SpoolSettings(64 * MIB, bytes, 20_000, 32 * MIB, 32 * MIB);
  }

  static Spool open(Path directory) {
    return Spool.open(directory, settings(), new TestSeal());
  }

  static Spool open(Path directory, SegmentFiles files) {
    return Spool.open(directory, settings(), new TestSeal(), files);
  }

  /** The event number n, received n seconds after the start. */
  static SpooledEvent event(int n) {
    return event(n, ("body of event " + n).getBytes(UTF_8));
  }

  static SpooledEvent event(int n, byte[] body) {
    return new SpooledEvent(stamp(n), BRAND, LINK, body);
  }

  static Stamp stamp(int n) {
    return new Stamp(new UUID(7, n), START.plusSeconds(n));
  }

  /** Which event a record is. */
  static int number(SpoolRecord record) {
    return (int) record.stamp().id().getLeastSignificantBits();
  }

  static void append(Spool spool, SpoolRecord record) {
    spool.append(record).await().atMost(LIMIT);
  }

  /** Appends events one after the other. */
  static void append(Spool spool, int from, int to) {
    IntStream.rangeClosed(from, to).forEach(n -> append(spool, event(n)));
  }

  /** Appends events at once. */
  static void appendTogether(Spool spool, int from, int to) {
    List<Uni<Void>> appends =
        IntStream.rangeClosed(from, to).mapToObj(n -> spool.append(event(n))).toList();
    Uni.join().all(appends).andFailFast().await().atMost(LIMIT);
  }

  /** The numbers of all that is pending, in the order in which they are handed out. */
  static List<Integer> pending(Spool spool) {
    spool.rewind();
    return all(spool).stream().map(entry -> number(entry.record())).toList();
  }

  static List<SpoolEntry> all(Spool spool) {
    List<SpoolEntry> all = new ArrayList<>();
    List<SpoolEntry> some = spool.next(100, MIB);
    while (!some.isEmpty()) {
      all.addAll(some);
      some = spool.next(100, MIB);
    }
    return all;
  }

  static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  static List<Integer> without(List<Integer> numbers, Integer... missing) {
    return numbers.stream().filter(n -> !Arrays.asList(missing).contains(n)).toList();
  }

  static List<Path> segments(Path directory) throws IOException {
    return files(directory, ".spool");
  }

  static List<Path> files(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
