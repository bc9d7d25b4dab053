package io.talkgate.intake.spool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All segments with what of them is still to be drained. The one place where writer, drainer and
 * metrics meet; it holds its monitor for moments only and never over a disk's.
 */
final class Catalogue {
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private long damaged;

  synchronized void add(Segment segment) {
    segments.put(segment.number(), segment);
  }

  synchronized void remove(Segment segment) {
    segments.remove(segment.number());
  }

  /** What was written and forced becomes visible to the drainer. */
  synchronized void publish(Segment segment, List<Placed> records, long fileBytes) {
    records.forEach(record -> segment.add(record.offset(), record.received()));
    segment.fileBytes(fileBytes);
  }

  /** The writer will not touch the segment again. */
  synchronized void finish(Segment segment, long fileBytes) {
    segment.fileBytes(fileBytes);
    segment.written(false);
  }

  /** The first pending record at or behind a place. */
  synchronized Optional<Position> next(long number, int ordinal) {
    for (Segment segment : segments.tailMap(number, true).values()) {
      int found = segment.nextPending(segment.number() == number ? ordinal : 0);
      if (found >= 0) {
        return Optional.of(new Position(segment, found, segment.offset(found)));
      }
    }
    return Optional.empty();
  }

  /** False if it was settled before. */
  synchronized boolean settle(Position position) {
    return position.segment().settle(position.ordinal());
  }

  /** The record cannot be read back for now; it stays and is not handed out. */
  synchronized void withhold(Position position) {
    position.segment().withhold(position.ordinal());
  }

  synchronized boolean isSettled(Segment segment) {
    return segment.isSettled();
  }

  synchronized boolean hasRecords(Segment segment) {
    return segment.hasRecords();
  }

  /** Removes the segments that hold nothing to be drained and are not being written. */
  synchronized List<Segment> takeSettled() {
    List<Segment> done =
        segments.values().stream().filter(s -> s.isSettled() && !s.isWritten()).toList();
    done.forEach(this::remove);
    return done;
  }

  synchronized long pending() {
    return segments.values().stream().mapToLong(Segment::pending).sum();
  }

  synchronized long withheld() {
    return segments.values().stream().mapToLong(Segment::withheld).sum();
  }

  synchronized long bytes() {
    return segments.values().stream().mapToLong(Segment::fileBytes).sum();
  }

  synchronized Optional<Instant> oldest() {
    return segments.values().stream()
        .map(Segment::oldestSecond)
        .filter(second -> second >= 0)
        .min(Long::compare)
        .map(Instant::ofEpochSecond);
  }

  synchronized void countDamaged(long more) {
    damaged += more;
  }

  synchronized long damaged() {
    return damaged;
  }
}
