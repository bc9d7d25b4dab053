package io.talkgate.intake.spool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** What waits for the disk, bounded in records and bytes. Taken from it in groups. */
final class AppendQueue {
  private static final Logger LOG = Logger.getLogger(AppendQueue.class);
  private static final int GROUP_RECORDS = 2048;
  private static final long GROUP_BYTES = 4L * 1024 * 1024;

  private final SpoolSettings settings;
  private final LongSupplier bytesOnDisk;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private int records;
  private long bytes;
  private boolean closed;

  AppendQueue(SpoolSettings settings, LongSupplier bytesOnDisk) {
    this.settings = settings;
    this.bytesOnDisk = bytesOnDisk;
  }

  /**
   * Takes a record or refuses it at once.
   *
   * @throws SpoolFullException if a limit is reached
   * @throws SpoolFailedException if the spool is closed
   */
  synchronized void offer(Waiting one) {
    if (closed) {
      throw new SpoolFailedException("the spool is closed");
    }
    if (records >= settings.queueRecords() || bytes + one.bytes() > settings.queueBytes()) {
      throw new SpoolFullException("too much waits for the spool's disk");
    }
    if (bytesOnDisk.getAsLong() + bytes + one.bytes() > settings.maxBytes()) {
      throw new SpoolFullException("the spool has reached its size limit");
    }
    waiting.add(one);
    records++;
    bytes += one.bytes();
    notifyAll();
  }

  /**
   * Waits for records and takes those that are there, without the ones whose callers went away: who
   * was told of a failure shall not be half-kept.
   *
   * @return empty if the queue is closed and has nothing left
   */
  synchronized List<Waiting> take() {
    List<Waiting> group = new ArrayList<>();
    while (group.isEmpty() && (!closed || !waiting.isEmpty())) {
      awaitOne();
      fill(group);
    }
    return group;
  }

  /** What was taken waits no more. */
  synchronized void done(List<Waiting> group) {
    group.forEach(this::leave);
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** True if nothing waits or is being written. */
  synchronized boolean isEmpty() {
    return records == 0;
  }

  private void awaitOne() {
    while (waiting.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        LOG.debug("Only closing the spool ends its thread; the interrupt is ignored");
      }
    }
  }

  private void fill(List<Waiting> group) {
    long room = GROUP_BYTES;
    while (!waiting.isEmpty() && group.size() < GROUP_RECORDS && room > 0) {
      Waiting one = waiting.remove();
      if (one.isOver()) {
        leave(one);
      } else {
        group.add(one);
        room -= one.bytes();
      }
    }
  }

  private void leave(Waiting one) {
    records--;
    bytes -= one.bytes();
  }
}
