package io.talkgate.link.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every accepted message is a probe, since its echo must come back (protocol §2). Where echoes used
 * to come and several messages in a row have none, the webhook is not called any more; unless other
 * events go on coming, which means that {@code echo} was unticked.
 */
final class EchoWatch {
  private final int threshold;
  private final Duration wait;

  /**
   * Makes it.
   *
   * @param threshold so many messages without an echo
   * @param wait how long the echo of the last one is waited for
   */
  EchoWatch(int threshold, Duration wait) {
    this.threshold = Math.max(1, Math.min(threshold, LinkNote.SENDS_KEPT));
    this.wait = wait;
  }

  /** What it finds. */
  enum Finding {
    /** Echoes come, or there is nothing yet to tell it by. */
    QUIET,
    /** They ought to come and do not. */
    MISSING,
    /** They do not come although the webhook is called: {@code echo} is not ticked. */
    NOT_SELECTED
  }

  Finding look(HealthFacts facts, Instant now) {
    List<Instant> unanswered = after(facts.sends(), facts.lastEchoAt());
    @Nullable Instant other = facts.lastButEcho();
    if (other != null && isOverdue(unanswered, other)) {
      return Finding.NOT_SELECTED;
    }
    if (facts.lastEchoAt() == null) {
      return isOverdue(unanswered, now) ? Finding.NOT_SELECTED : Finding.QUIET;
    }
    return isOverdue(after(unanswered, other), now) ? Finding.MISSING : Finding.QUIET;
  }

  /** Whether the echoes of enough of these ought to have come by then. */
  private boolean isOverdue(List<Instant> sends, Instant time) {
    return sends.stream().filter(at -> !at.plus(wait).isAfter(time)).count() >= threshold;
  }

  private static List<Instant> after(List<Instant> times, @Nullable Instant limit) {
    return times.stream().filter(at -> limit == null || at.isAfter(limit)).toList();
  }
}
