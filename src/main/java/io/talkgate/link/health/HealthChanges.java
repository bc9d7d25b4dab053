package io.talkgate.link.health;

import io.talkgate.link.health.StoredHealth.Change;
import io.talkgate.subscription.Announcement;
import io.talkgate.subscription.EventType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Tells that links have come into another state: the log here, subscribers with the change. */
@Singleton
class HealthChanges {
  private static final Logger LOG = Logger.getLogger(HealthChanges.class);

  void tell(List<Change> changes) {
    changes.stream().filter(Change::turned).forEach(HealthChanges::log);
  }

  /** For the brand's subscribers of {@code link.health}. */
  static Announcement announcement(Change change) {
    Assessment now = change.assessment();
    LinkKey link = change.link();
    return new Announcement(
        link.brandId(),
        Announcement.idOf("link.health/" + link.linkId() + "/" + change.since()),
        EventType.LINK_HEALTH,
        change.since(),
        Map.of(
            "brandId", link.brandId().toString(),
            "linkId", link.linkId().toString(),
            "state", now.state().name(),
            "reason", now.reason().name(),
            "confidence", now.confidence().name(),
            "since", change.since().toString()));
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
