package io.talkgate.platform.database;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date before anything else uses the database; where the database is away
 * at the start, in the background as soon as it is there.
 */
@ApplicationScoped
public class SchemaMigration {
  private static final Logger LOG = Logger.getLogger(SchemaMigration.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Flyway flyway;
  private volatile boolean running;
  private volatile boolean done;

  SchemaMigration(Flyway flyway) {
    this.flyway = flyway;
  }

  /** True while the database answers and its schema is being changed. */
  public boolean isRunning() {
    return running;
  }

  /** True once the schema is up to date. */
  public boolean isDone() {
    return done;
  }

  void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
    if (!tryToMigrate()) {
      LOG.warn(
          "The database cannot be reached; the schema is brought up to date as soon as it can.");
      Uni.createFrom()
          .item(this::tryToMigrate)
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
          .repeat()
          .withDelay(AGAIN)
          .until(migrated -> migrated)
          .subscribe()
          .with(
              ignored -> {},
              failure -> LOG.error("The schema cannot be brought up to date.", failure));
    }
  }

  private boolean tryToMigrate() {
    running = true;
    try {
      flyway.migrate();
      done = true;
      return true;
    } catch (FlywaySqlException databaseAway) {
      return false;
    } finally {
      running = false;
    }
  }
}
