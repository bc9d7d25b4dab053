package io.talkgate.intake;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Whether the database is taken to be away. An operator is told once when that begins and once when
 * it has been over for a while: what comes and goes within seconds is one outage. Guarded by {@link
 * Legs}.
 */
final class OutageLog {
  private static final Logger LOG = Logger.getLogger(OutageLog.class);

  /** How long the database has to stay before it is said to be back. */
  static final Duration SETTLED = Duration.ofSeconds(5);

  private boolean away;
  private boolean said;
  private long backSince;

  boolean isAway() {
    return away;
  }

  void begins(String why) {
    away = true;
    if (!said) {
      said = true;
      LOG.warnf("The database does not take events (%s). They go to the spool until it does.", why);
    }
  }

  void ends(long nanos) {
    if (away) {
      away = false;
      backSince = nanos;
    }
  }

  /** To be called every now and then. */
  void look(long nanos, long spooled) {
    if (said && !away && nanos - backSince >= SETTLED.toNanos()) {
      said = false;
      LOG.infof("The database takes events again; %d are left in the spool.", spooled);
    }
  }
}
