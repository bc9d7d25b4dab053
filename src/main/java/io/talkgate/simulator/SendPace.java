package io.talkgate.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** "30 calls or more within 3 s get the caller blocked" (protocol §3 [268]), per account. */
final class SendPace {
  private final SimulatorSettings settings;
  private final Deque<Instant> calls = new ArrayDeque<>();
  private Instant blockedUntil = Instant.MIN;

  SendPace(SimulatorSettings settings) {
    this.settings = settings;
  }

  /** Counts a call. Answers whether it may pass. */
  boolean admits(Instant now) {
    if (now.isBefore(blockedUntil)) {
      return false;
    }
    Instant start = now.minus(settings.sendBurstWindow());
    while (!calls.isEmpty() && !calls.getFirst().isAfter(start)) {
      calls.removeFirst();
    }
    calls.addLast(now);
    if (calls.size() < settings.sendBurst()) {
      return true;
    }
    calls.clear();
    blockedUntil = now.plus(settings.sendBlock());
    return false;
  }
}
