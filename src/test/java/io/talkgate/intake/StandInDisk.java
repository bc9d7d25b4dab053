package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.talkgate.intake.spool.Entries;
import io.talkgate.intake.spool.SpoolEntry;
import io.talkgate.intake.spool.SpoolRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A disk that writes when it is told to, and may refuse. */
final class StandInDisk implements DiskLeg {
  private final Random random;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final Deque<Waiting> written = new ArrayDeque<>();
  private final List<SpoolEntry> records = new ArrayList<>();
  private int next;
  private boolean full;
  final Set<UUID> refused = new HashSet<>();

  StandInDisk(Random random) {
    this.random = random;
  }

  private record Waiting(SpoolRecord record, UniEmitter<? super Void> caller) {}

  void full(boolean now) {
    full = now;
  }

  @Override
  public Uni<Void> append(SpoolRecord record) {
    return Uni.createFrom()
        .emitter(
            caller -> {
              if (full) {
                refused.add(record.stamp().id());
                throw new IntakeFullException("the disk is full");
              }
              queue.add(new Waiting(record, caller));
            });
  }

  /** Some of what waits is on the disk; nobody has been told yet. */
  void write() {
    for (int count = random.nextInt(4); count >= 0 && !queue.isEmpty(); count--) {
      Waiting one = queue.remove();
      records.add(Entries.of(one.record()));
      written.add(one);
    }
  }

  /** Those whose records were written are told. */
  void tell() {
    while (!written.isEmpty()) {
      written.remove().caller().complete(null);
    }
  }

  /** The first that waits cannot be written. */
  void fail() {
    tell();
    if (!queue.isEmpty()) {
      Waiting one = queue.remove();
      refused.add(one.record().stamp().id());
      one.caller().fail(new IntakeFullException("the disk failed"));
    }
  }

  /** Behind all that was written. */
  void publish(SpoolRecord record) {
    records.add(Entries.of(record));
  }

  boolean isIdle() {
    return queue.isEmpty() && written.isEmpty();
  }

  @Override
  public List<SpoolEntry> next(int count, long bytes) {
    int end = Math.min(records.size(), next + 1 + random.nextInt(4));
    List<SpoolEntry> given = List.copyOf(records.subList(next, end));
    next = end;
    return given;
  }

  @Override
  public void acknowledge(List<SpoolEntry> entries) {
    for (SpoolEntry entry : entries) {
      int at = records.indexOf(entry);
      records.remove(at);
      next -= at < next ? 1 : 0;
    }
  }

  @Override
  public void rewind() {
    next = 0;
  }

  @Override
  public long pending() {
    return records.size();
  }
}
