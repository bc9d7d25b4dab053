package io.talkgate.bench;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Counts what was answered 200 against the rows that must be there for it. */
final class Kept {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Database database;
  private long answered;
  private long messages;
  private long refused;

  Kept(Database database) {
    this.database = database;
  }

  /** Notes a load and answers with it. */
  LoadResult add(LoadResult load) {
    answered += load.kept();
    messages += load.messages();
    refused += load.others().values().stream().mapToLong(Long::longValue).sum() + load.unanswered();
    return load;
  }

  /** Waits until what was spooled or parked is applied, but only so long, then counts. */
  boolean check(Report report, String when) throws SQLException {
    long end = System.nanoTime() + LIMIT_NANOS;
    long applied = database.count("events where state = 'APPLIED'");
    while (applied < answered && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
      applied = database.count("events where state = 'APPLIED'");
    }
    long rows = database.count("events");
    long stored = database.count("messages");
    report.section("Rows " + when);
    report.add("calls answered 200", answered);
    report.add("calls answered otherwise or not at all", refused);
    report.add("rows in the ledger", rows);
    report.add("of them applied", applied);
    report.add("messages answered 200", messages);
    report.add("rows in messages", stored);
    boolean complete = rows >= answered && applied >= answered && stored >= messages;
    report.add("nothing lost", complete);
    return complete;
  }
}
