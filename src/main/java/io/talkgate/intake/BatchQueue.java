package io.talkgate.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events on the database's leg of some of the customers: those that wait for their batch, bounded
 * in number and bytes, and those whose batch is on its way, one at a time. Guarded by {@link Legs}.
 */
final class BatchQueue {
  private static final int MAX_EVENTS = 5_000;
  private static final long MAX_BYTES = 16L * 1024 * 1024;

  /** A batch: large enough to pay for its commit, small enough to be over soon. */
  private static final int BATCH_EVENTS = 1_000;

  private static final long BATCH_BYTES = 8L * 1024 * 1024;

  private final Deque<WaitingEvent> waiting = new ArrayDeque<>();
  private final Map<Customer, Deque<WaitingEvent>> present = new HashMap<>();
  private @Nullable List<WaitingEvent> onItsWay;
  private long bytes;

  /** Takes an event in; false if the queue is full. */
  boolean add(WaitingEvent event) {
    if (waiting.size() >= MAX_EVENTS || bytes + event.size() > MAX_BYTES) {
      return false;
    }
    waiting.addLast(event);
    bytes += event.size();
    present.computeIfAbsent(event.customer(), none -> new ArrayDeque<>()).addLast(event);
    return true;
  }

  /** The next batch, oldest first; empty if there is none, or if one is on its way. */
  List<WaitingEvent> next() {
    if (onItsWay != null || waiting.isEmpty()) {
      return List.of();
    }
    List<WaitingEvent> batch = take();
    onItsWay = batch.isEmpty() ? null : batch;
    return batch;
  }

  /** Without those that have left for the spool. */
  private List<WaitingEvent> take() {
    List<WaitingEvent> batch = new ArrayList<>();
    long taken = 0;
    WaitingEvent next = waiting.peekFirst();
    while (next != null
        && batch.size() < BATCH_EVENTS
        && (batch.isEmpty() || taken + next.size() <= BATCH_BYTES)) {
      waiting.removeFirst();
      bytes -= next.size();
      if (next.hasLeft()) {
        gone(next);
      } else {
        next.give();
        batch.add(next);
        taken += next.size();
      }
      next = waiting.peekFirst();
    }
    return batch;
  }

  /** Whether this batch is the one that is waited for. */
  boolean isOnItsWay(List<WaitingEvent> batch) {
    return onItsWay == batch;
  }

  /** The batch is over; the next one may go. */
  void over(List<WaitingEvent> batch) {
    if (onItsWay == batch) {
      onItsWay = null;
    }
  }

  /** A batch on its way is not waited for any more. */
  void abandon() {
    onItsWay = null;
  }

  /** Puts events of a batch back to the front, in their order. */
  void putBack(List<WaitingEvent> events) {
    for (int i = events.size() - 1; i >= 0; i--) {
      waiting.addFirst(events.get(i));
      bytes += events.get(i).size();
    }
  }

  /** The batch this event was in is over, and it is not put back. */
  void gone(WaitingEvent event) {
    Deque<WaitingEvent> same = present.get(event.customer());
    if (same != null && same.remove(event) && same.isEmpty()) {
      present.remove(event.customer());
    }
  }

  /** Whether something of this customer waits or is on its way, also if it is spooled as well. */
  boolean holds(Customer customer) {
    return present.containsKey(customer);
  }

  /** What of the customer has not left for the spool, oldest first. */
  List<WaitingEvent> of(Customer customer) {
    Deque<WaitingEvent> same = present.getOrDefault(customer, new ArrayDeque<>());
    return same.stream().filter(event -> !event.hasLeft()).toList();
  }

  /** All that has not left for the spool, each customer's oldest first. */
  Stream<WaitingEvent> all() {
    return present.values().stream().flatMap(Deque::stream).filter(event -> !event.hasLeft());
  }

  /** Drops those that have left: nothing of them may stay in memory during an outage. */
  void clean() {
    List<WaitingEvent> left = waiting.stream().filter(WaitingEvent::hasLeft).toList();
    if (!left.isEmpty()) {
      waiting.removeIf(WaitingEvent::hasLeft);
      left.forEach(
          event -> {
            bytes -= event.size();
            gone(event);
          });
    }
  }

  int size() {
    return waiting.size();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
