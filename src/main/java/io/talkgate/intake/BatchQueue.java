package io.talkgate.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events on the database's leg: those that wait for their batch, bounded in number and bytes, and
 * those whose batch is on its way. A customer's events are in one batch on its way at most, so that
 * their order holds. Guarded by {@link Legs}.
 */
final class BatchQueue {
  private static final int MAX_EVENTS = 5_000;
  private static final long MAX_BYTES = 16L * 1024 * 1024;

  /** A batch: large enough to pay for its commit, small enough to be over soon. */
  private static final int BATCH_EVENTS = 1_000;

  private static final long BATCH_BYTES = 8L * 1024 * 1024;

  /**
   * While the database works on one batch, this process works on another: with a single one, either
   * waits for the other (measured: a third of two processors idle). More batches would only be
   * smaller ones, of which each costs as much as 40 events.
   */
  private static final int AT_ONCE = 2;

  private final Deque<WaitingEvent> waiting = new ArrayDeque<>();
  private final Map<Customer, Deque<WaitingEvent>> present = new HashMap<>();
  private final List<List<WaitingEvent>> onTheirWay = new ArrayList<>();
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

  /**
   * The next batch, oldest first; empty if none is to go now. Beside one that is on its way another
   * goes as soon as it is as large: the larger they are, the fewer have to be paid for.
   */
  List<WaitingEvent> next() {
    if (waiting.isEmpty() || onTheirWay.size() >= AT_ONCE || waiting.size() < waitedFor()) {
      return List.of();
    }
    List<WaitingEvent> batch = take();
    if (!batch.isEmpty()) {
      onTheirWay.add(batch);
    }
    return batch;
  }

  /** How many events are on their way; what has left meanwhile makes nobody wait. */
  private long waitedFor() {
    return onTheirWay.stream().flatMap(List::stream).filter(event -> !event.hasLeft()).count();
  }

  /** Without those that have left for the spool, and those whose customer has some on their way. */
  private List<WaitingEvent> take() {
    Set<Customer> busy =
        onTheirWay.stream()
            .flatMap(List::stream)
            .map(WaitingEvent::customer)
            .collect(Collectors.toSet());
    List<WaitingEvent> batch = new ArrayList<>();
    List<WaitingEvent> passed = new ArrayList<>();
    long taken = 0;
    WaitingEvent next = waiting.peekFirst();
    while (next != null
        && batch.size() < BATCH_EVENTS
        && (batch.isEmpty() || taken + next.size() <= BATCH_BYTES)) {
      waiting.removeFirst();
      bytes -= next.size();
      if (next.hasLeft()) {
        gone(next);
      } else if (busy.contains(next.customer())) {
        passed.add(next);
      } else {
        next.give();
        batch.add(next);
        taken += next.size();
      }
      next = waiting.peekFirst();
    }
    putBack(passed);
    return batch;
  }

  /** Whether this batch is waited for. */
  boolean isOnItsWay(List<WaitingEvent> batch) {
    return onTheirWay.stream().anyMatch(one -> one == batch);
  }

  /** The batch is over; another may go. */
  void over(List<WaitingEvent> batch) {
    onTheirWay.removeIf(one -> one == batch);
  }

  /** What is on its way is not waited for any more. */
  void abandon() {
    onTheirWay.clear();
  }

  /** Puts events that were taken out back to the front, in their order. */
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
  List<WaitingEvent> all() {
    return present.values().stream()
        .flatMap(Deque::stream)
        .filter(event -> !event.hasLeft())
        .toList();
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
