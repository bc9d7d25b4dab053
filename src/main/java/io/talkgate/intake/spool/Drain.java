package io.talkgate.intake.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads pending records in order, remembers what was acknowledged, deletes what is done with. */
final class Drain {
  private static final Logger LOG = Logger.getLogger(Drain.class);

  private static final byte[] NO_BODY = {};

  private final Catalogue catalogue;
  private final SpoolDirectory directory;
  private final Acknowledgements acknowledgements;
  private final SegmentReader reader;
  private final Appender appender;
  private final BodySeal seal;
  private long nextSegment;
  private int nextOrdinal;
  private boolean closed;

  Drain(
      Catalogue catalogue,
      SpoolDirectory directory,
      Acknowledgements acknowledgements,
      Appender appender,
      BodySeal seal) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.acknowledgements = acknowledgements;
    this.reader = new SegmentReader(directory);
    this.appender = appender;
    this.seal = seal;
  }

  synchronized List<SpoolEntry> next(int maxRecords, long maxBytes) {
    requireOpen();
    List<SpoolEntry> entries = new ArrayList<>();
    long room = maxBytes;
    while (entries.size() < maxRecords) {
      Optional<Position> position = openNext();
      if (position.isEmpty()) {
        break;
      }
      Optional<RecordHeader> header = headerAt(position.get());
      if (header.isPresent()) {
        room -= header.get().length();
        if (room < 0 && !entries.isEmpty()) {
          break;
        }
        entry(position.get(), header.get()).ifPresent(entries::add);
      }
      nextOrdinal = position.get().ordinal() + 1;
    }
    if (entries.isEmpty()) {
      deleteSettled();
    }
    return entries;
  }

  synchronized void rewind() {
    nextSegment = 0;
    nextOrdinal = 0;
  }

  synchronized void acknowledge(List<SpoolEntry> entries) {
    requireOpen();
    Map<Segment, List<Position>> fresh = new HashMap<>();
    for (SpoolEntry entry : entries) {
      Position position = entry.position();
      if (catalogue.settle(position)) {
        fresh.computeIfAbsent(position.segment(), none -> new ArrayList<>()).add(position);
      }
    }
    deleteSettled().forEach(fresh::remove);
    fresh.forEach(acknowledgements::append);
  }

  synchronized void close() {
    if (!closed) {
      deleteSettled();
      reader.close();
      closed = true;
    }
  }

  /** The lists of a directory given back are somebody else's. */
  private void requireOpen() {
    if (closed) {
      throw new SpoolFailedException("the spool is closed");
    }
  }

  /**
   * The next pending record, its segment opened. A segment that cannot be opened now is passed by
   * until the next {@link #rewind}: the others must not wait for it.
   */
  private Optional<Position> openNext() {
    Optional<Position> position = catalogue.next(nextSegment, nextOrdinal);
    while (position.isPresent() && !opens(position.get().segment())) {
      position = catalogue.next(nextSegment + 1, 0);
    }
    return position;
  }

  private boolean opens(Segment segment) {
    if (nextSegment != segment.number()) {
      nextSegment = segment.number();
      nextOrdinal = 0;
    }
    try {
      reader.file(segment);
      return true;
    } catch (IOException e) {
      LOG.errorf(
          "Spool segment %s cannot be opened and waits: %s",
          directory.segment(segment.number()), e.toString());
      return false;
    }
  }

  private Optional<RecordHeader> headerAt(Position position) {
    try {
      Optional<RecordHeader> header = reader.header(position);
      if (header.isEmpty()) {
        damaged(position, "its header changed on the disk");
      }
      return header;
    } catch (IOException e) {
      unreadable(position, e);
      return Optional.empty();
    }
  }

  private Optional<SpoolEntry> entry(Position position, RecordHeader header) {
    try {
      Optional<byte[]> body =
          header.isInChunks() ? chunks(position, header) : whole(position, header);
      return body.map(bytes -> new SpoolEntry(header.record(bytes), position));
    } catch (IOException e) {
      unreadable(position, e);
    } catch (RuntimeException e) {
      withhold(position, header.describe() + " does not open: " + e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<byte[]> whole(Position position, RecordHeader header) throws IOException {
    Optional<byte[]> sealed = reader.body(position, header);
    if (sealed.isEmpty()) {
      damaged(position, header.describe());
    }
    return sealed.map(bytes -> seal.open(bytes, Owners.of(header.record(bytes))));
  }

  private Optional<byte[]> chunks(Position position, RecordHeader header) throws IOException {
    if (!reader.isIntact(position, header)) {
      damaged(position, header.describe());
      return Optional.empty();
    }
    SpoolRecord record = header.record(NO_BODY);
    InputStream sealed = reader.input(position, header);
    return Optional.of(SealedChunks.open(sealed, header.length(), record, seal));
  }

  private void damaged(Position position, String what) {
    LOG.errorf(
        "Spool segment %s: a damaged record is lost at offset %d: %s",
        directory.segment(position.segment().number()), position.offset(), what);
    catalogue.countDamaged(1);
    catalogue.settle(position);
  }

  private void unreadable(Position position, IOException e) {
    if (e instanceof ClosedChannelException) {
      reader.close();
      rewind();
      throw new UncheckedIOException("reading the spool was interrupted", e);
    }
    withhold(position, "it cannot be read: " + e);
  }

  private void withhold(Position position, String why) {
    LOG.errorf(
        "Spool segment %s: the record at offset %d is kept until a restart: %s",
        directory.segment(position.segment().number()), position.offset(), why);
    catalogue.withhold(position);
  }

  private List<Segment> deleteSettled() {
    appender.retireIfSettled();
    List<Segment> done = catalogue.takeSettled();
    for (Segment segment : done) {
      directory.delete(segment.number());
      acknowledgements.forget(segment);
    }
    return done;
  }
}
