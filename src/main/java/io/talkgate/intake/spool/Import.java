package io.talkgate.intake.spool;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Moves the pending records of one spool to another, a few at a time. */
final class Import {
  private static final int RECORDS = 256;
  private static final long BYTES = 2L * 1024 * 1024;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Spool from;
  private final Spool to;
  private final int records;

  Import(Spool from, Spool to, SpoolSettings settings) {
    this.from = from;
    this.to = to;
    this.records = Math.max(1, Math.min(RECORDS, settings.queueRecords() / 2));
  }

  /** A record leaves the one only when it is durable in the other. Blocks its worker thread. */
  long run() {
    long moved = 0;
    List<SpoolEntry> entries = from.next(records, BYTES);
    while (!entries.isEmpty()) {
      List<Uni<Void>> appends = entries.stream().map(entry -> to.append(entry.record())).toList();
      Uni.join().all(appends).andCollectFailures().await().atMost(LIMIT);
      from.acknowledge(entries);
      moved += entries.size();
      entries = from.next(records, BYTES);
    }
    return moved;
  }
}
