package io.talkgate.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Events that wait for the next batch, bounded in number and bytes. */
final class BatchQueue {
  private static final int MAX_EVENTS = 20_000;
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  /** A batch: large enough to pay for its commit, small enough to be over soon. */
  private static final int BATCH_EVENTS = 1_000;

  private static final long BATCH_BYTES = 16L * 1024 * 1024;

  private final Deque<WaitingEvent> waiting = new ArrayDeque<>();
  private long bytes;

  /** Takes an event in; false if the queue is full. */
  synchronized boolean add(WaitingEvent event) {
    int size = size(event);
    if (waiting.size() >= MAX_EVENTS || bytes + size > MAX_BYTES) {
      return false;
    }
    waiting.addLast(event);
    bytes += size;
    return true;
  }

  /** Puts events of a batch that could not be done back to the front, in their order. */
  synchronized void putBack(List<WaitingEvent> events) {
    for (int i = events.size() - 1; i >= 0; i--) {
      waiting.addFirst(events.get(i));
      bytes += size(events.get(i));
    }
  }

  /** The next batch, oldest first, without those nobody waits for any more. */
  synchronized List<WaitingEvent> take() {
    List<WaitingEvent> batch = new ArrayList<>();
    long taken = 0;
    WaitingEvent next = waiting.peekFirst();
    while (next != null
        && batch.size() < BATCH_EVENTS
        && (batch.isEmpty() || taken + size(next) <= BATCH_BYTES)) {
      waiting.removeFirst();
      bytes -= size(next);
      if (!next.isAbandoned()) {
        batch.add(next);
        taken += size(next);
      }
      next = waiting.peekFirst();
    }
    return batch;
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  private static int size(WaitingEvent event) {
    return event.event().body().length;
  }
}
