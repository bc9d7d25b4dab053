package io.talkgate.bench;

import io.talkgate.testing.DatabaseProcesses;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The database stands still: the spool takes all, and is drained under live traffic. */
final class Outage {
  private static final long DRAIN_LIMIT_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Knobs knobs;
  private final Database database;
  private final Load load;
  private final Kept kept;

  Outage(Knobs knobs, Database database, Load load, Kept kept) {
    this.knobs = knobs;
    this.database = database;
    this.load = load;
    this.kept = kept;
  }

  void run(Report report, Closing closing) throws Exception {
    report.section("Database frozen (SIGSTOP), closed loop, %,d events".formatted(knobs.spooled()));
    Instant from = Instant.now();
    LoadResult spooled = whileFrozen(closing);
    Instant until = Instant.now();
    report.add(spooled);

    report.section(
        "Database back, %,d events/s arriving meanwhile (open loop)".formatted(knobs.live()));
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService watcher = Executors.newSingleThreadExecutor();
    try {
      Future<Double> drained = watcher.submit(() -> drained(from, until, spooled.kept(), over));
      LoadResult live = kept.add(load.run(Pace.open(knobs.live(), over::get)));
      double seconds = seconds(drained);
      report.add("seconds until all was drained", seconds);
      report.add("events/s drained", spooled.kept() / seconds);
      report.addLatency(live);
      report.add("live calls answered 200", live.kept());
      report.add("live calls answered otherwise or not at all", live.not200());
    } finally {
      watcher.shutdownNow();
    }
  }

  private LoadResult whileFrozen(Closing closing) throws IOException {
    DatabaseProcesses frozen = database.freeze();
    AutoCloseable thaw = closing.add(frozen::thaw);
    try {
      return kept.add(load.run(Pace.closedFor(knobs.spooled())));
    } finally {
      frozen.thaw();
      closing.forget(thaw);
    }
  }

  private static double seconds(Future<Double> drained) throws InterruptedException {
    try {
      return drained.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Seconds until so many events of that time are in the ledger; then, or at the limit, it is over.
   */
  private double drained(Instant from, Instant until, long events, AtomicBoolean over)
      throws SQLException {
    long start = System.nanoTime();
    String ofTheOutage =
        "events where state <> 'FAILED' and received_at >= '%s' and received_at < '%s'"
            .formatted(from, until);
    try {
      while (database.count(ofTheOutage) < events) {
        if (System.nanoTime() - start > DRAIN_LIMIT_NANOS) {
          throw new IllegalStateException("not drained within the limit");
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      over.set(true);
    }
  }
}
