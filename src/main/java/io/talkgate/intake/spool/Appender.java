package io.talkgate.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes groups to the newest segment, one force each. A segment in which a write or force failed
 * is never written again: after a failed force nobody knows which pages the kernel has dropped.
 */
final class Appender {
  private static final Logger LOG = Logger.getLogger(Appender.class);
  private static final int BUFFER_BYTES = 1024 * 1024;

  private final ReentrantLock writing = new ReentrantLock();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final SpoolDirectory directory;
  private final Catalogue catalogue;
  private final BodySeal seal;
  private final long segmentBytes;
  private @Nullable Target target;

  private record Target(Segment segment, SegmentFile file, long end) {}

  Appender(SpoolDirectory directory, Catalogue catalogue, BodySeal seal, long segmentBytes) {
    this.directory = directory;
    this.catalogue = catalogue;
    this.seal = seal;
    this.segmentBytes = segmentBytes;
  }

  /**
   * Makes a group durable, if need be in a second segment. Records that cannot be sealed are failed
   * alone and do not stop the others.
   */
  void append(List<Waiting> group) throws IOException {
    writing.lock();
    try {
      attempt(group);
    } catch (IOException e) {
      retry(group, e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Makes a finished part a segment of its own, behind all that was appended and before all that
   * will be: what a customer sends next must not overtake it.
   *
   * @param bytes the file's length
   */
  void publish(Path part, Instant received, long bytes) throws IOException {
    writing.lock();
    try {
      if (target != null) {
        finish(target);
      }
      Segment segment = new Segment(directory.nextNumber());
      directory.publish(part, segment.number());
      catalogue.publish(segment, List.of(new Placed(0, received)), bytes);
      catalogue.add(segment);
    } finally {
      writing.unlock();
    }
  }

  /** Closes the newest segment if all of it is settled, unless it is being written right now. */
  void retireIfSettled() {
    if (!writing.tryLock()) {
      return;
    }
    try {
      if (target != null && catalogue.isSettled(target.segment)) {
        finish(target);
      }
    } finally {
      writing.unlock();
    }
  }

  void close() {
    writing.lock();
    try {
      if (target != null) {
        finish(target);
      }
    } finally {
      writing.unlock();
    }
  }

  /** Silent if it fails, too: the writer says so once, not for every group of a full disk. */
  private void retry(List<Waiting> group, IOException first) throws IOException {
    attempt(group);
    LOG.warnf("The spool goes on in a new segment after: %s", first.toString());
  }

  private void attempt(List<Waiting> group) throws IOException {
    Target into = targetFor(group.stream().mapToLong(Waiting::bytes).sum());
    boolean done = false;
    try {
      GroupWrite write = new GroupWrite(into.file, into.end, buffer, seal);
      List<Placed> placed = write.write(group);
      into.file.force();
      catalogue.publish(into.segment, placed, write.end());
      target = new Target(into.segment, into.file, write.end());
      done = true;
    } finally {
      if (!done) {
        finish(into);
      }
    }
  }

  private Target targetFor(long bytes) throws IOException {
    Target present = target;
    if (present != null && present.end > 0 && present.end + bytes > segmentBytes) {
      finish(present);
      present = null;
    }
    return present != null ? present : create();
  }

  private Target create() throws IOException {
    long number = directory.nextNumber();
    try {
      SegmentFile file = directory.create(number);
      Segment segment = new Segment(number);
      segment.written(true);
      catalogue.add(segment);
      Target made = new Target(segment, file, 0);
      target = made;
      return made;
    } catch (IOException e) {
      directory.delete(number);
      throw e;
    }
  }

  /** Nothing more goes there; if nothing of worth ever did, it is deleted. */
  private void finish(Target old) {
    target = null;
    catalogue.finish(old.segment, sizeOf(old));
    try {
      old.file.close();
    } catch (IOException e) {
      LOG.debugf("Closing a spool segment: %s", e.toString());
    }
    if (!catalogue.hasRecords(old.segment)) {
      catalogue.remove(old.segment);
      directory.delete(old.segment.number());
    }
  }

  private static long sizeOf(Target old) {
    try {
      return old.file.size();
    } catch (IOException e) {
      return old.end;
    }
  }
}
