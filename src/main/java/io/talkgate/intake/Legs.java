package io.talkgate.intake;

import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpoolRecord;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.intake.spool.UnresolvedCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides on which leg each event stands, and holds the order of each customer's events while they
 * change legs. One monitor, held for moments: no wait, no disk, no database under it.
 *
 * <ol>
 *   <li>While anything of a customer is spooled, what else comes of them is spooled behind it.
 *   <li>An event that leaves the database's queue takes along all of its customer that is there,
 *       oldest first; when the database is away, everything leaves. What is in a batch on its way
 *       may be committed all the same: it is spooled as well, and its identifier makes the second
 *       time harmless.
 *   <li>The drainer leaves a customer alone as long as something of them is in the queue or in a
 *       batch on its way.
 * </ol>
 *
 * So one leg at a time works on a customer. The one exception is an event the disk refuses while
 * older ones of its customer are spooled: it goes to the database ahead of them, as being late is
 * better than being lost.
 */
@ApplicationScoped
class Legs {
  /** What the database is given for an event. */
  static final Duration DATABASE_LIMIT = Duration.ofMillis(1200);

  /** A database that has answered no batch for so long, while events wait, is away. */
  static final Duration ALIVE = Duration.ofSeconds(1);

  /** More than any spool holds: while one is imported, everybody counts as spooled. */
  private static final long IMPORTED = 1L << 40;

  private final DiskLeg disk;
  private final LongSupplier nanos;
  private final UnresolvedBudget unresolved;
  private final OutageLog outage = new OutageLog();
  private final BatchQueue queue = new BatchQueue();
  private final Diverted diverted = new Diverted();

  /** Whose streamed records are: what a glance finds may be less than what their reading does. */
  private final Map<UUID, Customer> streamed = new HashMap<>();

  private @Nullable List<WaitingEvent> onItsWay;
  private CompletableFuture<Void> lastAppend = CompletableFuture.completedFuture(null);
  private long lastAnswer;
  private long beingWritten;

  @Inject
  Legs(DiskLeg disk, SpoolConfig config) {
    this(disk, config.unresolvedSize().asLongValue(), System::nanoTime);
  }

  Legs(DiskLeg disk, long unresolvedLimit, LongSupplier nanos) {
    this.disk = disk;
    this.unresolved = new UnresolvedBudget(unresolvedLimit);
    this.nanos = nanos;
    this.lastAnswer = nanos.getAsLong();
  }

  /** The spool holds so many records of an earlier run. */
  synchronized void foundInSpool(long records) {
    diverted.foundOfUnknown(records);
  }

  /**
   * Another replica's spool is being taken over: whose its records are nobody knows, nor how many
   * come.
   */
  synchronized void importing() {
    beingWritten++;
    diverted.foundOfUnknown(IMPORTED);
  }

  /** So many records came at most. */
  synchronized void imported(long records) {
    beingWritten--;
    diverted.foundOfUnknown(records - IMPORTED);
  }

  /** An event has come; it is told when it is durable, or that nobody could make it so. */
  synchronized void take(WaitingEvent event) {
    if (outage.isAway() || diverted.isDiverted(event.customer())) {
      spool(event);
    } else {
      toDatabase(event);
    }
  }

  /** What does not fit into the queue goes to the spool, and its customer's events before it. */
  private void toDatabase(WaitingEvent event) {
    event.databaseUntil(nanos.getAsLong() + DATABASE_LIMIT.toNanos());
    if (!queue.add(event)) {
      if (event.hasTriedDatabase()) {
        event.fail(new IntakeFullException("too many events wait for the database"));
        return;
      }
      event.triedDatabase();
      leave(queue.of(event.customer()));
      spool(event);
    }
  }

  /**
   * Spools a call that could be anybody's: everything that is here goes before it.
   *
   * @param done told when it is durable
   * @param failed told if it could not be made so
   */
  void take(UnresolvedCall call, Runnable done, Consumer<Throwable> failed) {
    if (!takeUnresolved(call, done, failed)) {
      failed.accept(tooManyUnresolved());
    }
  }

  private synchronized boolean takeUnresolved(
      UnresolvedCall call, Runnable done, Consumer<Throwable> failed) {
    databaseIsAway("a token could not be looked up");
    int size = call.body().length;
    if (!unresolved.take(size)) {
      return false;
    }
    append(
        call,
        null,
        done,
        failure -> {
          resolved(size);
          failed.accept(failure);
        });
    return true;
  }

  private static IntakeFullException tooManyUnresolved() {
    return new IntakeFullException("too many calls wait for their token's being known");
  }

  private void spool(WaitingEvent event) {
    event.leave();
    ReceivedEvent received = event.event();
    append(
        new SpooledEvent(received.stamp(), received.brandId(), received.linkId(), received.body()),
        event.customer(),
        () -> event.complete(Leg.SPOOL),
        failure -> notSpooled(event, failure));
  }

  /** Under the monitor, so that the disk sees the events in the order in which they are sent. */
  private void append(
      SpoolRecord call, @Nullable Customer customer, Runnable done, Consumer<Throwable> failed) {
    beingWritten++;
    diverted.note(customer);
    CompletableFuture<Void> over = new CompletableFuture<>();
    disk.append(call)
        .subscribe()
        .with(
            written -> {
              written();
              over.complete(null);
              done.run();
            },
            failure -> {
              notWritten(customer, failure);
              failed.accept(failure);
              over.complete(null);
            });
    if (!over.isDone()) {
      lastAppend = over;
    }
  }

  /**
   * A customer's record is about to be written that does not go through the disk's queue. What is
   * here of them goes before it.
   *
   * @return completes when all that has to stand before it was written
   */
  synchronized CompletableFuture<Void> writing(UUID id, Customer customer) {
    leave(queue.of(customer));
    queue.clean();
    beingWritten++;
    diverted.note(customer);
    streamed.put(id, customer);
    return lastAppend;
  }

  /**
   * The same of a record of which nobody knows whose it is.
   *
   * @throws IntakeFullException if too many such wait; then nothing else is to be said of it
   */
  synchronized CompletableFuture<Void> writingUnresolved(long bytes) {
    databaseIsAway("a token could not be looked up");
    if (!unresolved.take(bytes)) {
      throw tooManyUnresolved();
    }
    beingWritten++;
    diverted.note(null);
    return lastAppend;
  }

  /** A record can be drained from now on. */
  synchronized void written() {
    beingWritten--;
  }

  /** A customer's record that was announced could not be written. */
  synchronized void notWritten(UUID id, Customer customer) {
    beingWritten--;
    settle(id, customer);
  }

  /** The same of a record of which nobody knows whose it is. */
  synchronized void unresolvedNotWritten(long bytes) {
    beingWritten--;
    diverted.settle(null);
    unresolved.give(bytes);
  }

  /** A disk that hangs may write it yet: its customer stays with the spool until that is empty. */
  private synchronized void notWritten(@Nullable Customer customer, Throwable failure) {
    beingWritten--;
    if (!isTimeout(failure)) {
      diverted.settle(customer);
    }
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof TimeoutException
        || failure instanceof io.smallrye.mutiny.TimeoutException;
  }

  private void notSpooled(WaitingEvent event, Throwable failure) {
    if (event.hasTriedDatabase()) {
      event.fail(failure);
    } else {
      synchronized (this) {
        event.triedDatabase();
        queue.clean();
        toDatabase(event);
      }
    }
  }

  /** The next batch, oldest first; empty if there is none, or if one is on its way. */
  synchronized List<WaitingEvent> nextBatch() {
    if (onItsWay != null) {
      return List.of();
    }
    List<WaitingEvent> batch = queue.take();
    onItsWay = batch.isEmpty() ? null : batch;
    return batch;
  }

  /**
   * The database has done with a batch; those it left behind go with the next one, unless they are
   * spooled by now.
   *
   * @return whether others than those left behind wait
   */
  boolean answered(List<WaitingEvent> batch, Set<UUID> leftBehind) {
    List<WaitingEvent> kept = new ArrayList<>();
    boolean othersWait = answered(batch, leftBehind, kept);
    kept.forEach(event -> event.complete(Leg.DATABASE));
    return othersWait;
  }

  private synchronized boolean answered(
      List<WaitingEvent> batch, Set<UUID> leftBehind, List<WaitingEvent> kept) {
    lastAnswer = nanos.getAsLong();
    boolean othersWait = !queue.isEmpty();
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
    over(batch);
    return othersWait || again.isEmpty();
  }

  /**
   * The database could not do a batch: its customers' events go to the spool, unless they have long
   * gone. One that did another a moment ago is not away: a connection broke, or somebody was in the
   * way.
   */
  synchronized void failed(List<WaitingEvent> batch, Throwable failure) {
    if (onItsWay == batch) {
      batch.forEach(WaitingEvent::triedDatabase);
      if (isSilent()) {
        databaseIsAway(failure.toString());
      } else {
        leaveWithTheirCustomers(batch);
      }
    }
    batch.forEach(queue::gone);
    over(batch);
  }

  private void over(List<WaitingEvent> batch) {
    if (onItsWay == batch) {
      onItsWay = null;
    }
  }

  /** Sends to the spool what the database had its time for. To be called every now and then. */
  synchronized void look() {
    long now = nanos.getAsLong();
    outage.look(now, disk.pending());
    List<WaitingEvent> overdue =
        queue.all().stream().filter(event -> event.isOverdue(now)).toList();
    if (overdue.isEmpty()) {
      return;
    }
    overdue.forEach(WaitingEvent::triedDatabase);
    if (isSilent()) {
      databaseIsAway("no batch was answered");
    } else {
      leaveWithTheirCustomers(overdue);
    }
  }

  private boolean isSilent() {
    return nanos.getAsLong() - lastAnswer >= ALIVE.toNanos();
  }

  /**
   * A batch on its way is not waited for any more, so that the next one need not wait for a dead
   * connection; its customers are left alone until it is over.
   */
  private void databaseIsAway(String why) {
    outage.begins(why);
    onItsWay = null;
    leave(queue.all());
    queue.clean();
  }

  private void leaveWithTheirCustomers(List<WaitingEvent> events) {
    events.stream()
        .map(WaitingEvent::customer)
        .distinct()
        .forEach(customer -> leave(queue.of(customer)));
    queue.clean();
  }

  private void leave(List<WaitingEvent> events) {
    events.forEach(this::spool);
  }

  /** The database has answered the drainer. */
  synchronized void databaseIsBack() {
    outage.ends(nanos.getAsLong());
  }

  synchronized boolean isDatabaseAway() {
    return outage.isAway();
  }

  /** Whether the drainer has to leave this customer alone for now. */
  synchronized boolean isOnDatabasesLeg(Customer customer) {
    return queue.holds(customer);
  }

  /** How many events wait for their batch. */
  synchronized int waiting() {
    return queue.size();
  }

  /**
   * A record is in the database, or was dropped.
   *
   * @param customer null if it was never known
   */
  synchronized void drained(UUID id, @Nullable Customer customer) {
    settle(id, customer);
  }

  private void settle(UUID id, @Nullable Customer customer) {
    Customer noted = streamed.remove(id);
    diverted.settle(noted == null ? customer : noted);
  }

  /** The token of a call with so many bytes was looked up, or the call could not be written. */
  synchronized void resolved(long bytes) {
    unresolved.give(bytes);
  }

  /** Notes that the spool is empty but for so many records that stay in it; false if it is not. */
  synchronized boolean nothingLeft(int withheld) {
    if (beingWritten > 0 || disk.pending() > withheld) {
      return false;
    }
    diverted.nothingLeft();
    streamed.clear();
    unresolved.clear();
    databaseIsBack();
    return true;
  }
}
