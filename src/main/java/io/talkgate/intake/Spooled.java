package io.talkgate.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The account of what is in the spool or on its way there: of which customers, and what calls of
 * nobody known take of it. A monitor of its own, under which nobody else is called but the disk for
 * its figures.
 */
@Singleton
class Spooled {
  /** More than any spool holds: while one is imported, everybody counts as spooled. */
  private static final long IMPORTED = 1L << 40;

  private final DiskLeg disk;
  private final UnresolvedBudget unresolved;
  private final Diverted diverted = new Diverted();
  private long beingWritten;

  @Inject
  Spooled(DiskLeg disk, SpoolConfig config) {
    this(disk, config.unresolvedSize().asLongValue());
  }

  Spooled(DiskLeg disk, long unresolvedLimit) {
    this.disk = disk;
    this.unresolved = new UnresolvedBudget(unresolvedLimit);
  }

  /** Whether anything of the customer is spooled, or may be. */
  synchronized boolean holds(Customer customer) {
    return diverted.isDiverted(customer);
  }

  /** How many records wait. */
  long pending() {
    return disk.pending();
  }

  /** The spool holds so many records of an earlier run. */
  synchronized void foundOfEarlierRun(long records) {
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

  /** A record of the customer is about to be written. */
  synchronized void announce(Customer customer) {
    beingWritten++;
    diverted.note(customer);
  }

  /** The same of a record whose reading may find another customer, or none. */
  synchronized void announce(UUID id, Customer customer) {
    beingWritten++;
    diverted.note(id, customer);
  }

  /** The same of one that could be anybody's; false if too many such wait. */
  synchronized boolean announceUnresolved(long bytes) {
    if (!unresolved.take(bytes)) {
      return false;
    }
    beingWritten++;
    diverted.note(null);
    return true;
  }

  /** A record that was announced can be drained from now on. */
  synchronized void written() {
    beingWritten--;
  }

  /**
   * A record that was announced could not be written. A disk that hangs may write it yet: its
   * customer stays with the spool until that is empty.
   *
   * @param customer null if it could be anybody's
   */
  synchronized void notWritten(@Nullable Customer customer, Throwable failure) {
    beingWritten--;
    if (!isTimeout(failure)) {
      diverted.settle(customer);
    }
  }

  /** The same of a record that was announced by its identifier; nothing writes it any more. */
  synchronized void notWritten(UUID id, Customer customer) {
    beingWritten--;
    diverted.settle(id, customer);
  }

  /** The same of one that could be anybody's. */
  synchronized void unresolvedNotWritten(long bytes) {
    beingWritten--;
    diverted.settle(null);
    unresolved.give(bytes);
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof TimeoutException
        || failure instanceof io.smallrye.mutiny.TimeoutException;
  }

  /**
   * A record is in the database, or was dropped.
   *
   * @param customer null if it was never known
   */
  synchronized void drained(UUID id, @Nullable Customer customer) {
    diverted.settle(id, customer);
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
    unresolved.clear();
    return true;
  }
}
