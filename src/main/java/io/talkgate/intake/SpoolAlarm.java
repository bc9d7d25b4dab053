package io.talkgate.intake;

import io.talkgate.intake.spool.Spool;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Says once when the spool grows beyond {@code TALKGATE_SPOOL_ALARM_SIZE}, and once when it is
 * below again.
 */
final class SpoolAlarm {
  private static final Logger LOG = Logger.getLogger(SpoolAlarm.class);
  private static final long MIB = 1024 * 1024;

  private final AtomicBoolean raised = new AtomicBoolean();

  /** The spool has become larger or smaller. */
  void look(Spool spool) {
    boolean alarming = spool.alarming();
    if (raised.get() != alarming && raised.compareAndSet(!alarming, alarming)) {
      say(spool, alarming);
    }
  }

  private static void say(Spool spool, boolean alarming) {
    long size = spool.bytes() / MIB;
    if (alarming) {
      LOG.warnf(
          "The spool has grown to %d MiB with %d calls waiting. When it is full, calls are lost: see docs/operations.md.",
          size, spool.pendingRecords());
    } else {
      LOG.infof("The spool is down to %d MiB again.", size);
    }
  }
}
