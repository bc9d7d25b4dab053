package io.talkgate.consultation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.CommitBell;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Applies the events that were kept until their link was approved, each customer's in the order
 * received.
 */
@Singleton
class ParkedEvents {
  private static final Logger LOG = Logger.getLogger(ParkedEvents.class);
  private static final int CUSTOMERS_AT_ONCE = 100;
  private static final Duration HELD_PAUSE = Duration.ofMillis(50);

  private final Transactions transactions;
  private final EventWork work;
  private final EventLedger ledger;
  private final FailedEvents failed;
  private final CommitBell bell;

  ParkedEvents(
      @ActingAs(DatabaseRole.INTAKE) Transactions transactions,
      EventWork work,
      EventLedger ledger,
      FailedEvents failed,
      CommitBell bell) {
    this.transactions = transactions;
    this.work = work;
    this.ledger = ledger;
    this.failed = failed;
    this.bell = bell;
  }

  /** Applies all parked events of an approved link; of another one, none. */
  Uni<Void> apply(UUID brandId, UUID linkId) {
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                transactions.run(
                    connection ->
                        ledger.parkedCustomers(connection, brandId, linkId, CUSTOMERS_AT_ONCE)))
        .until(List::isEmpty)
        .onItem()
        .transformToUniAndConcatenate(this::apply)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> apply(List<CustomerKey> customers) {
    return Multi.createFrom()
        .iterable(customers)
        .onItem()
        .transformToUniAndConcatenate(this::apply)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> apply(CustomerKey customer) {
    return Multi.createBy()
        .repeating()
        .uni(() -> some(customer, EventLedger.PARKED_AT_ONCE))
        .whilst(maybeMore -> maybeMore)
        .onItem()
        .ignoreAsUni()
        .onFailure(DatabaseErrors::isOfTheData)
        .recoverWithUni(() -> applyOneByOne(customer));
  }

  /**
   * Applies a customer's parked events one at a time; one that cannot be applied is kept with its
   * error.
   */
  Uni<Void> applyOneByOne(CustomerKey customer) {
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                some(customer, 1)
                    .onFailure(DatabaseErrors::isOfTheData)
                    .recoverWithUni(failure -> setAside(customer, failure)))
        .whilst(maybeMore -> maybeMore)
        .onItem()
        .ignoreAsUni();
  }

  /**
   * Applies some and answers whether there may be more; somebody who holds the customer's row is
   * given a moment.
   */
  private Uni<Boolean> some(CustomerKey customer, int atOnce) {
    return transactions
        .run(connection -> work.run(connection, List.of(), List.of(customer), atOnce))
        .invoke(bell::ring)
        .chain(
            done ->
                done.waitingHeld()
                    ? Uni.createFrom().item(true).onItem().delayIt().by(HELD_PAUSE)
                    : Uni.createFrom().item(done.maybeMoreParked()));
  }

  private Uni<Boolean> setAside(CustomerKey customer, Throwable failure) {
    LOG.errorf(
        failure,
        "A parked event of link %s cannot be applied. It is kept as FAILED.",
        customer.linkId());
    return transactions
        .run(
            connection ->
                ledger.failOldestParked(connection, customer, failure.getClass().getSimpleName()))
        .invoke(failed::another);
  }
}
