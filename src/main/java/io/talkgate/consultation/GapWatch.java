package io.talkgate.consultation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks at the customers whose numbers leapt and keeps the notes about their gaps. Apart from the
 * events, so that a batch of them neither waits for it nor reads anything for it; each customer is
 * taken in a transaction of its own, under the customer's lock, so that any number of replicas may
 * look at once.
 */
@Singleton
class GapWatch {
  private static final Logger LOG = Logger.getLogger(GapWatch.class);
  private static final int AT_ONCE = 200;

  private static final String DUE =
      "select brand_id, customer_id from gap_checks where due_at <= $1 order by due_at limit $2";

  private final Transactions transactions;
  private final ConsultationLock lock;
  private final Clock clock;

  GapWatch(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      ConsultationLock lock,
      Clock clock) {
    this.transactions = transactions;
    this.lock = lock;
    this.clock = clock;
  }

  private record Key(UUID brandId, UUID customerId) {}

  /**
   * Looks at those that are due, the longest due first; what is left over waits for the next time.
   */
  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    Instant now = clock.instant();
    return transactions
        .query(DUE, Tuple.of(Columns.time(now), AT_ONCE))
        .map(
            rows ->
                Columns.list(
                    rows, row -> new Key(row.getUUID("brand_id"), row.getUUID("customer_id"))))
        .chain(due -> look(due, now))
        .onFailure()
        .invoke(failure -> LOG.debugf("No look for gaps (%s).", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> look(List<Key> due, Instant now) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUniAndConcatenate(key -> lookOrPass(key, now))
        .onItem()
        .ignoreAsUni();
  }

  /** One customer who cannot be looked at delays no other. */
  private Uni<Void> lookOrPass(Key key, Instant now) {
    return transactions
        .run(connection -> look(connection, key, now))
        .onFailure()
        .invoke(failure -> LOG.warnf(failure, "No look at customer %s.", key.customerId()))
        .onFailure()
        .recoverWithNull();
  }

  /** The customer's lock comes first, as with events, which ask for a look under it. */
  private Uni<Void> look(SqlConnection connection, Key key, Instant now) {
    return lock.takeCustomer(connection, key.brandId(), key.customerId())
        .chain(
            found ->
                found
                    .map(customer -> look(connection, customer, now))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private static Uni<Void> look(SqlConnection connection, CustomerRow customer, Instant now) {
    return GapChecks.take(connection, customer.brandId(), customer.id(), now)
        .chain(
            since ->
                since
                    .map(time -> new GapNotes(connection, customer).update(time))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
