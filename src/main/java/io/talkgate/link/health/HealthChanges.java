package io.talkgate.link.health;

import io.talkgate.link.health.StoredHealth.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells that links have come into another state. */
@ApplicationScoped
class HealthChanges {
  private static final Logger LOG = Logger.getLogger(HealthChanges.class);

  void tell(List<Change> changes) {
    changes.stream().filter(Change::turned).forEach(HealthChanges::log);
  }

  private static void log(Change change) {
    Assessment now = change.assessment();
    boolean bad = now.state().compareTo(HealthState.AT_RISK) <= 0;
    LOG.logf(
        bad ? Logger.Level.WARN : Logger.Level.INFO,
        "Link %s is %s (%s, confidence %s).",
        change.link().linkId(),
        now.state(),
        now.reason(),
        now.confidence());
  }
}
