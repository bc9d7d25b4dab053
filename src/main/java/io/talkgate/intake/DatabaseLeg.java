package io.talkgate.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The first leg: events that wait for their batch or are on their way in one, how long the database
 * may take, and whether it is away. Says which events have to leave for the spool, each customer's
 * oldest first. Guarded by {@link Legs}.
 */
final class DatabaseLeg {
  /** What the database is given for an event. */
  static final Duration LIMIT = Duration.ofMillis(1200);

  /** A database that has answered no batch for so long, while events wait, is away. */
  static final Duration ALIVE = Duration.ofSeconds(1);

  private final LongSupplier nanos;
  private final OutageLog outage = new OutageLog();
  private final BatchQueue queue = new BatchQueue();
  private long lastAnswer;

  DatabaseLeg(LongSupplier nanos) {
    this.nanos = nanos;
    this.lastAnswer = nanos.getAsLong();
  }

  /**
   * What became of a batch.
   *
   * @param kept its events that are durable
   * @param othersWait whether others wait than those that were left behind
   */
  record Answered(List<WaitingEvent> kept, boolean othersWait) {}

  /** Takes an event in; false if the queue is full. */
  boolean add(WaitingEvent event) {
    event.databaseUntil(nanos.getAsLong() + LIMIT.toNanos());
    return queue.add(event);
  }

  /** Empty if none is to go now. */
  List<WaitingEvent> nextBatch() {
    return queue.next();
  }

  /** The database has done with a batch, which is not empty. */
  Answered answered(List<WaitingEvent> batch, Set<UUID> leftBehind) {
    lastAnswer = nanos.getAsLong();
    boolean othersWait = !queue.isEmpty();
    List<WaitingEvent> kept = new ArrayList<>();
    List<WaitingEvent> again = new ArrayList<>();
    for (WaitingEvent event : batch) {
      boolean held = leftBehind.contains(event.event().stamp().id());
      if (held && !event.hasLeft()) {
        again.add(event);
      } else {
        queue.gone(event);
        if (!held) {
          kept.add(event);
        }
      }
    }
    queue.putBack(again);
    queue.over(batch);
    return new Answered(kept, othersWait || again.isEmpty());
  }

  /**
   * The events of the batch's customers leave, unless they have long gone. A database that did
   * another batch a moment ago is not away: a connection broke, or somebody was in the way.
   */
  List<WaitingEvent> failed(List<WaitingEvent> batch, Throwable failure) {
    List<WaitingEvent> leaving =
        queue.isOnItsWay(batch) ? giveUp(batch, failure.toString()) : List.of();
    batch.forEach(queue::gone);
    queue.over(batch);
    return leaving;
  }

  /**
   * Those that have to leave since the database had its time for them.
   *
   * @param spooled how many records wait in the spool, for the log
   */
  List<WaitingEvent> overdue(long spooled) {
    long now = nanos.getAsLong();
    outage.look(now, spooled);
    List<WaitingEvent> overdue =
        queue.all().stream().filter(event -> event.isOverdue(now)).toList();
    return overdue.isEmpty() ? List.of() : giveUp(overdue, "no batch was answered");
  }

  private List<WaitingEvent> giveUp(List<WaitingEvent> events, String why) {
    events.forEach(WaitingEvent::triedDatabase);
    boolean isSilent = nanos.getAsLong() - lastAnswer >= ALIVE.toNanos();
    return isSilent ? declareAway(why) : leave(withTheirCustomers(events));
  }

  /**
   * All leave. A batch on its way is not waited for any more, so that the next one need not wait
   * for a dead connection; its customers are left alone until it is over.
   */
  List<WaitingEvent> declareAway(String why) {
    outage.begins(why);
    queue.abandon();
    return leave(queue.all());
  }

  /** What is here of the customer leaves. */
  List<WaitingEvent> leave(Customer customer) {
    List<WaitingEvent> here = queue.of(customer);
    return here.isEmpty() ? here : leave(here);
  }

  private List<WaitingEvent> withTheirCustomers(List<WaitingEvent> events) {
    return events.stream()
        .map(WaitingEvent::customer)
        .distinct()
        .flatMap(customer -> queue.of(customer).stream())
        .toList();
  }

  private List<WaitingEvent> leave(List<WaitingEvent> events) {
    events.forEach(WaitingEvent::leave);
    forgetLeft();
    return events;
  }

  /** Nothing of what has left may stay in memory during an outage, or be in the way of itself. */
  void forgetLeft() {
    queue.clean();
  }

  void isBack() {
    outage.ends(nanos.getAsLong());
  }

  boolean isAway() {
    return outage.isAway();
  }

  /** Whether something of this customer waits or is on its way. */
  boolean holds(Customer customer) {
    return queue.holds(customer);
  }

  int waiting() {
    return queue.size();
  }
}
