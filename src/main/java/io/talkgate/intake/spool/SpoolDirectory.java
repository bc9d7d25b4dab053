package io.talkgate.intake.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The names of the spool's files: segments by number, which ascends with their creation, and beside
 * each the list of what was acknowledged of it; parts, which are bodies on their way in that nobody
 * was answered for yet.
 */
final class SpoolDirectory {
  private static final Logger LOG = Logger.getLogger(SpoolDirectory.class);
  private static final Pattern SEGMENT = Pattern.compile("([0-9]{18})\\.spool");
  private static final Pattern ACKNOWLEDGED = Pattern.compile("([0-9]{18})\\.acks");
  private static final String PART = ".part";

  private final Path path;
  private final SegmentFiles files;
  private long last;

  SpoolDirectory(Path path, SegmentFiles files) {
    this.path = path;
    this.files = files;
  }

  /** The numbers of the segments that are there, oldest first. */
  List<Long> segments() throws IOException {
    List<Long> numbers = numbers(SEGMENT);
    numbers.forEach(number -> last = Math.max(last, number));
    return numbers;
  }

  /**
   * A number that no segment here ever had, also if all were deleted: a list of acknowledgements
   * left behind must not speak of another segment. To be asked for after {@link #segments}.
   */
  long nextNumber() {
    last = Math.max(last + 1, System.currentTimeMillis());
    return last;
  }

  SegmentFile create(long number) throws IOException {
    SegmentFile file =
        files.open(segment(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      files.sync(path);
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** A new file for a body that comes in chunks. */
  Path newPart() {
    return path.resolve(UUID.randomUUID() + PART);
  }

  SegmentFile createPart(Path part) throws IOException {
    return files.open(
        part, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  void deletePart(Path part) {
    try {
      files.delete(part);
    } catch (IOException e) {
      LOG.warnf("%s could not be deleted; the next start does: %s", part, e.toString());
    }
  }

  /** A finished part becomes a segment, durably. */
  void publish(Path part, long number) throws IOException {
    files.move(part, segment(number));
    try {
      files.sync(path);
    } catch (IOException e) {
      files.delete(segment(number));
      throw e;
    }
  }

  /** What was on its way in when an earlier run ended was answered to nobody. */
  void deleteParts() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      for (Path part : entries.filter(entry -> entry.toString().endsWith(PART)).toList()) {
        files.delete(part);
      }
    }
  }

  SegmentFile open(long number) throws IOException {
    return files.open(segment(number), StandardOpenOption.READ);
  }

  SegmentFile acknowledged(long number) throws IOException {
    return files.open(
        path.resolve(name(number, "acks")),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  boolean hasAcknowledged(long number) {
    return Files.exists(path.resolve(name(number, "acks")));
  }

  /** Deletes a segment and its list; a failure leaves events that are applied twice, harmlessly. */
  void delete(long number) {
    try {
      files.delete(segment(number));
      files.delete(path.resolve(name(number, "acks")));
      files.sync(path);
    } catch (IOException e) {
      LOG.warnf("Spool segment %s could not be deleted: %s", segment(number), e.toString());
    }
  }

  /** Deletes lists whose segments are gone. */
  void deleteOrphans() throws IOException {
    List<Long> living = numbers(SEGMENT);
    for (long number : numbers(ACKNOWLEDGED)) {
      if (!living.contains(number)) {
        files.delete(path.resolve(name(number, "acks")));
      }
    }
  }

  Path segment(long number) {
    return path.resolve(name(number, "spool"));
  }

  private List<Long> numbers(Pattern pattern) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .map(entry -> pattern.matcher(entry.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> Long.valueOf(name.group(1)))
          .sorted()
          .toList();
    }
  }

  private static String name(long number, String suffix) {
    return "%018d.%s".formatted(number, suffix);
  }
}
