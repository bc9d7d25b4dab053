package io.talkgate.platform.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks after a migration from a thread of its own: as long as the database answers somebody else
 * it may take its time; once it does not, the migration's connections are cut off.
 */
final class SilenceWatch {
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
  private static final int SILENT_TIMES = 2;

  private final MigrationConnections connections;
  private final DatabaseProbe probe;
  private final CountDownLatch ended = new CountDownLatch(1);

  private SilenceWatch(MigrationConnections connections) {
    this.connections = connections;
    this.probe = connections.probe();
  }

  /** Runs the migration under watch. */
  static void during(Runnable migration, MigrationConnections connections) {
    SilenceWatch watch = new SilenceWatch(connections);
    Thread thread = new Thread(watch::watch, "talkgate-migration-watch");
    thread.setDaemon(true);
    thread.start();
    try {
      migration.run();
    } finally {
      watch.ended.countDown();
    }
  }

  private void watch() {
    int silent = 0;
    while (!endsWithinAPause()) {
      silent = probe.isAnswered() ? 0 : silent + 1;
      if (silent >= SILENT_TIMES && ended.getCount() > 0) {
        connections.cutOff();
      }
    }
  }

  private boolean endsWithinAPause() {
    try {
      return ended.await(BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
