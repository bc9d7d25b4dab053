package io.talkgate.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * NAVER's silent block (protocol §2): repeated failures within an hour stop an account's webhook
 * for good. Only saving the webhook URL again lifts it; a success in between does not.
 */
final class WebhookBlock {
  private final int limit;
  private final Duration window;
  private final Deque<Instant> failures = new ArrayDeque<>();
  private @Nullable Instant since;
  private boolean byFault;

  WebhookBlock(SimulatorSettings settings) {
    limit = settings.failuresUntilBlock();
    window = settings.failureWindow();
  }

  /** Counts a failure. Answers whether it blocked the account. */
  boolean failed(Instant now) {
    failures.removeIf(at -> !at.isAfter(now.minus(window)));
    failures.add(now);
    if (since == null && failures.size() >= limit) {
      since = now;
      return true;
    }
    return false;
  }

  /** A block asked for by a fault, or kept from before a restart. */
  void set(Instant at, boolean fault) {
    if (since == null) {
      since = at;
      byFault = fault;
    }
  }

  void lift() {
    failures.clear();
    since = null;
    byFault = false;
  }

  void liftFault() {
    if (byFault) {
      lift();
    }
  }

  @Nullable Instant since() {
    return since;
  }

  int failures() {
    return failures.size();
  }
}
