package io.talkgate.intake;

import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.intake.spool.UnresolvedCall;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Decides on which leg each event stands, and so holds the order of each customer's events while
 * they change legs:
 *
 * <ol>
 *   <li>While anything of a customer is spooled, what else comes of them is spooled behind it
 *       ({@link #take}, {@link Spooled#holds}).
 *   <li>An event that leaves the database's queue takes along all of its customer that is there,
 *       oldest first; when the database is away, everything leaves ({@link DatabaseLeg}). What is
 *       in a batch on its way may be committed all the same: it is spooled as well, and its
 *       identifier makes the second time harmless.
 *   <li>The drainer leaves a customer alone as long as something of them is in the queue or in a
 *       batch on its way ({@link #isOnDatabasesLeg}).
 * </ol>
 *
 * So one leg at a time works on a customer. Two kinds of events may go on neither leg at once: one
 * the disk refuses while older ones of its customer are spooled, and one that comes while its
 * customer's large body is being written. They wait ({@link HeldBack}), and what else comes of
 * their customer waits behind them.
 *
 * <p>One monitor, held for moments: no wait, no disk, no database under it. Within it that of
 * {@link Spooled} may be taken, never the other way round.
 */
@Singleton
class Legs {
  private final Spooled spooled;
  private final SpoolWrites writes;
  private final DatabaseLeg database;
  private final HeldBack heldBack;

  @Inject
  Legs(Spooled spooled, SpoolWrites writes) {
    this(spooled, writes, System::nanoTime);
  }

  Legs(Spooled spooled, SpoolWrites writes, LongSupplier nanos) {
    this.spooled = spooled;
    this.writes = writes;
    this.database = new DatabaseLeg(nanos);
    this.heldBack = new HeldBack(nanos);
  }

  /** An event has come; it is told when it is durable, or that nobody could make it so. */
  synchronized void take(WaitingEvent event) {
    if (heldBack.holds(event.customer())) {
      hold(event);
    } else if (database.isAway() || spooled.holds(event.customer())) {
      spool(event);
    } else {
      toDatabase(event);
    }
  }

  /**
   * Spools a call that could be anybody's: everything that is here goes before it.
   *
   * @param done told when it is durable
   * @param failed told if it could not be made so
   */
  synchronized void take(UnresolvedCall call, Runnable done, Consumer<Throwable> failed) {
    databaseHasNoAnswer();
    writes.append(call, done, failed);
  }

  /**
   * A customer's record is about to be written that does not go through the disk's queue. What is
   * here of them goes before it; what comes of them waits until {@link #wrote}.
   *
   * @return completes when all that has to stand before it was written
   */
  synchronized CompletableFuture<Void> writing(UUID id, Customer customer) {
    spool(database.leave(customer));
    spool(heldBack.begin(customer));
    return writes.announce(id, customer);
  }

  /** That record is on the disk, or could not be written. */
  synchronized void wrote(Customer customer) {
    heldBack.end(customer);
    goOn();
  }

  /**
   * The same of a record of which nobody knows whose it is.
   *
   * @throws TooManyUnresolvedException if too many such wait; then nothing else is to be said of it
   */
  synchronized CompletableFuture<Void> writingUnresolved(long bytes) {
    databaseHasNoAnswer();
    return writes.announceUnresolved(bytes);
  }

  private void databaseHasNoAnswer() {
    spool(heldBack.due());
    spool(database.declareAway("a token could not be looked up"));
  }

  /** What does not fit into the queue goes to the spool, and its customer's events before it. */
  private void toDatabase(WaitingEvent event) {
    if (database.add(event)) {
      return;
    }
    if (event.hasTriedDatabase()) {
      event.fail(new IntakeFullException("too many events wait for the database"));
      return;
    }
    event.triedDatabase();
    spool(database.leave(event.customer()));
    spool(event);
  }

  private void spool(List<WaitingEvent> leaving) {
    leaving.forEach(this::spool);
  }

  private void spool(WaitingEvent event) {
    event.leave();
    boolean behindOlder = spooled.holds(event.customer());
    ReceivedEvent received = event.event();
    writes.append(
        new SpooledEvent(received.stamp(), received.brandId(), received.linkId(), received.body()),
        event.customer(),
        () -> event.complete(Leg.SPOOL),
        failure -> notSpooled(event, behindOlder, failure));
  }

  private void notSpooled(WaitingEvent event, boolean behindOlder, Throwable failure) {
    if (!hasAnotherChance(event, behindOlder, failure)) {
      event.fail(failure);
    }
  }

  /** The database's, but not ahead of what is spooled. */
  private synchronized boolean hasAnotherChance(
      WaitingEvent event, boolean behindOlder, Throwable failure) {
    event.refused(failure);
    if (behindOlder) {
      hold(event);
      return true;
    }
    if (event.hasTriedDatabase()) {
      return false;
    }
    event.triedDatabase();
    database.forgetLeft();
    toDatabase(event);
    return true;
  }

  private void hold(WaitingEvent event) {
    if (!heldBack.add(event)) {
      event.fail(new IntakeFullException("too many events are held back"));
    }
  }

  /** Whoever need not wait any more takes a leg, as if just come; whoever waited too long fails. */
  private void goOn() {
    for (WaitingEvent event : heldBack.due()) {
      Throwable refusal = event.refusal();
      if (!heldBack.isOverdue(event)) {
        take(event);
      } else if (refusal == null) {
        spool(event); // late finds its place by its receive time; lost is lost
      } else {
        event.fail(refusal);
      }
    }
  }

  /** The next batch, oldest first; empty if none can go now. */
  synchronized List<WaitingEvent> nextBatch() {
    return database.nextBatch();
  }

  /**
   * The database has done with a batch; those it left behind go with the next one, unless they are
   * spooled by now.
   *
   * @return whether others than those left behind wait
   */
  boolean answered(List<WaitingEvent> batch, Set<UUID> leftBehind) {
    DatabaseLeg.Answered answered;
    synchronized (this) {
      answered = database.answered(batch, leftBehind);
    }
    answered.kept().forEach(event -> event.complete(Leg.DATABASE));
    return answered.othersWait();
  }

  /** The database could not do a batch. */
  synchronized void failed(List<WaitingEvent> batch, Throwable failure) {
    spool(database.failed(batch, failure));
  }

  /** Sends to the spool what the database had its time for. To be called every now and then. */
  synchronized void look() {
    spool(database.overdue(spooled.pending()));
    goOn();
  }

  /** The database has answered the drainer, or nothing is left that it could be asked for. */
  synchronized void databaseIsBack() {
    database.isBack();
  }

  synchronized boolean isDatabaseAway() {
    return database.isAway();
  }

  /** Whether the drainer has to leave this customer alone for now. */
  synchronized boolean isOnDatabasesLeg(Customer customer) {
    return database.holds(customer);
  }

  /** How many events wait for their batch, or to be let to a leg. */
  synchronized int waiting() {
    return database.waiting() + heldBack.waiting();
  }
}
