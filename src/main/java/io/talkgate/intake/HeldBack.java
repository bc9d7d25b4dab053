package io.talkgate.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Events that may go on neither leg yet, each customer's in their order: something of their
 * customer is being written ahead of them, or the disk refused them behind what is spooled. Bounded
 * in number, bytes and time. Guarded by {@link Legs}.
 */
final class HeldBack {
  /** With the disk's own time for an event this stays below what NAVER gives an answer. */
  static final Duration LIMIT = Duration.ofMillis(1200);

  private static final int MOST_EVENTS = 10_000;
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private final LongSupplier nanos;
  private final Map<Customer, Deque<WaitingEvent>> waiting = new LinkedHashMap<>();

  /** Of whom something is being written, and how many such things. */
  private final Map<Customer, Integer> writing = new HashMap<>();

  private int size;
  private long bytes;

  HeldBack(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether what comes of this customer has to wait. */
  boolean holds(Customer customer) {
    return waiting.containsKey(customer) || writing.containsKey(customer);
  }

  /** Takes an event in, behind those of its customer; false if there are too many. */
  boolean add(WaitingEvent event) {
    if (size >= MOST_EVENTS || bytes + event.size() > MOST_BYTES) {
      return false;
    }
    event.hold(nanos.getAsLong());
    waiting.computeIfAbsent(event.customer(), none -> new ArrayDeque<>()).addLast(event);
    size++;
    bytes += event.size();
    return true;
  }

  /** Something of the customer is being written; answers with those that have to be before it. */
  List<WaitingEvent> begin(Customer customer) {
    boolean free = !writing.containsKey(customer);
    writing.merge(customer, 1, Integer::sum);
    Deque<WaitingEvent> before = free ? waiting.remove(customer) : null;
    List<WaitingEvent> taken = before == null ? List.of() : List.copyOf(before);
    gone(taken);
    return taken;
  }

  private void gone(List<WaitingEvent> events) {
    size -= events.size();
    bytes -= events.stream().mapToLong(WaitingEvent::size).sum();
  }

  /** It is written, or could not be. */
  void end(Customer customer) {
    writing.computeIfPresent(customer, (same, count) -> count == 1 ? null : count - 1);
  }

  /**
   * Takes out, in their order, all events of customers of whom nothing is being written, and of the
   * others those that are overdue.
   */
  List<WaitingEvent> due() {
    List<WaitingEvent> due = new ArrayList<>();
    Iterator<Map.Entry<Customer, Deque<WaitingEvent>>> all = waiting.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Customer, Deque<WaitingEvent>> one = all.next();
      boolean free = !writing.containsKey(one.getKey());
      Deque<WaitingEvent> events = one.getValue();
      while (!events.isEmpty() && (free || isOverdue(events.peekFirst()))) {
        due.add(events.removeFirst());
      }
      if (events.isEmpty()) {
        all.remove();
      }
    }
    gone(due);
    return due;
  }

  boolean isOverdue(WaitingEvent event) {
    return event.heldFor(nanos.getAsLong()) >= LIMIT.toNanos();
  }

  int waiting() {
    return size;
  }
}
