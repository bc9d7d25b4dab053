package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.intake.spool.SpoolEntry;
import io.talkgate.intake.spool.SpoolRecord;
import java.util.List;

/** The second leg: a queue on the local disk. */
interface DiskLeg {

  /**
   * Takes its place in the queue at the subscription; completes once the record is on the disk,
   * fails if the disk cannot take it.
   */
  Uni<Void> append(SpoolRecord record);

  /** The next records, oldest first. Blocking. */
  List<SpoolEntry> next(int records, long bytes);

  /** These are in the database. Blocking. */
  void acknowledge(List<SpoolEntry> entries);

  /** Begins again with the oldest that is not acknowledged. Blocking. */
  void rewind();

  /** How many records wait. */
  long pending();
}
