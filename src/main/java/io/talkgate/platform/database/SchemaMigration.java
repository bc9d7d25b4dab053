package io.talkgate.platform.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date before anything else uses the database; where the database is away
 * at the start, in the background as soon as it is there. A start waits for it as long as the
 * database answers.
 */
@Singleton
public class SchemaMigration {
  private static final Logger LOG = Logger.getLogger(SchemaMigration.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration AGAIN_WHEN_REFUSED = Duration.ofSeconds(30);

  private final Flyway flyway;
  private final MigrationConnections connections;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread worker = new Thread(work, "talkgate-migration");
            worker.setDaemon(true);
            return worker;
          });
  private volatile boolean done;

  SchemaMigration(Flyway flyway, MigrationConnections connections) {
    this.flyway = flyway;
    this.connections = connections;
  }

  /** True once the schema is up to date. */
  public boolean isDone() {
    return done;
  }

  /** A migration that the database refuses ends the start: the next try would fare no better. */
  void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
    if (!tryToMigrate()) {
      LOG.warn(
          "The database does not answer: the start goes on without it, and webhook calls go to the"
              + " spool. The schema is brought up to date as soon as the database is there.");
      tryAgainIn(AGAIN);
    }
  }

  void atStop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
    connections.cutOff();
  }

  /** False if the database is away; blocks only as long as it answers. */
  boolean tryToMigrate() {
    if (!connections.probe().isAnswered()) {
      return false;
    }
    try {
      SilenceWatch.during(flyway::migrate, connections);
      done = true;
      return true;
    } catch (FlywayException failure) {
      if (DatabaseErrors.isTemporary(failure)) {
        return false;
      }
      throw failure;
    }
  }

  private void tryAgainIn(Duration pause) {
    var unused = thread.schedule(this::tryAgain, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whatever it was, it may be mended by the next time: the service goes on meanwhile. */
  private void tryAgain() {
    try {
      if (tryToMigrate()) {
        LOG.info("The database is there and its schema up to date.");
      } else {
        tryAgainIn(AGAIN);
      }
    } catch (RuntimeException refused) {
      LOG.errorf(
          refused, "The schema cannot be brought up to date; next try in %s.", AGAIN_WHEN_REFUSED);
      tryAgainIn(AGAIN_WHEN_REFUSED);
    }
  }
}
