package io.talkgate.platform.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Logs what is done from time to time and fails, in the scheduler's place: without a database all
 * of it fails every few seconds, which is one thing to say and not a hundred. The next time it is
 * tried again anyway. What fails while the service ends is nobody's concern.
 */
@Singleton
class ScheduledFailures {
  private static final Logger LOG = Logger.getLogger(ScheduledFailures.class);

  private final SchemaMigration migration;
  private final Set<String> waiting = new HashSet<>();
  private boolean ending;

  ScheduledFailures(SchemaMigration migration) {
    this.migration = migration;
  }

  synchronized void atStop(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent stop) {
    ending = true;
  }

  synchronized void failed(@Observes FailedExecution execution) {
    if (ending) {
      return;
    }
    Trigger trigger = execution.getExecution().getTrigger();
    Throwable failure = execution.getException();
    if (migration.isDone() && !DatabaseErrors.isTemporary(failure)) {
      LOG.errorf(failure, "%s failed.", trigger.getMethodDescription());
      return;
    }
    if (waiting.isEmpty()) {
      LOG.warn("The database does not answer: clean-up, time-outs and the like wait for it.");
    }
    waiting.add(trigger.getId());
  }

  synchronized void succeeded(@Observes SuccessfulExecution execution) {
    boolean waited = waiting.remove(execution.getExecution().getTrigger().getId());
    if (waited && waiting.isEmpty()) {
      LOG.info("The database answers: clean-up, time-outs and the like go on.");
    }
  }
}
