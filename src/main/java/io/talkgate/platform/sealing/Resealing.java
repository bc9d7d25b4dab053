package io.talkgate.platform.sealing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseErrors;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals anew, with the key that seals now, what older keys have sealed: a bounded number of rows a
 * transaction, one replica at a time, on from wherever it was interrupted. When nothing is left of
 * an older key the log says that it can be retired.
 */
@Startup
@Singleton
class Resealing {
  private static final Logger LOG = Logger.getLogger(Resealing.class);

  /** With {@link SealedRows#AT_ONCE} at most 1,000 rows a second. */
  private static final int STEPS = 50;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Sealing sealing;
  private final List<SealedColumn> columns;
  private final KeysInUse keys;
  private final Transactions transactions;
  private final Counter resealed;
  private final AtomicInteger oldKeys = new AtomicInteger();
  private volatile @Nullable ResealingWalk walk;

  Resealing(
      Sealing sealing,
      @All List<SealedColumn> columns,
      KeysInUse keys,
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      MeterRegistry meters) {
    this.sealing = sealing;
    this.columns = columns;
    this.keys = keys;
    this.transactions = transactions;
    this.resealed =
        Counter.builder("talkgate.sealing.resealed")
            .description("Values sealed anew as the key has changed")
            .register(meters);
    meters.gauge("talkgate.sealing.old.keys", oldKeys);
  }

  /** A bounded number of steps; the rest goes with the next calls. */
  @Scheduled(
      every = "10s",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> reseal() {
    return transactions
        .run(keys::note)
        .invoke(oldKeys::set)
        .chain(others -> others == 0 ? Uni.createFrom().voidItem() : steps(STEPS))
        .onFailure(DatabaseErrors::isUnavailable)
        .recoverWithNull();
  }

  /** How many older keys were in use when that was last looked at. */
  int oldKeys() {
    return oldKeys.get();
  }

  private Uni<Void> steps(int left) {
    return transactions
        .run(this::step)
        .chain(
            more ->
                more && left > 1
                    ? Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(PAUSE)
                        .chain(() -> steps(left - 1))
                    : Uni.createFrom().voidItem());
  }

  /** False if there is nothing to do for us at the moment. */
  private Uni<Boolean> step(SqlConnection connection) {
    return keys.claimOlder(connection)
        .chain(
            (Optional<SealingKey> old) ->
                old.map(key -> step(connection, key))
                    .orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Boolean> step(SqlConnection connection, SealingKey old) {
    ResealingWalk current = walk;
    if (current == null || !current.isOf(old)) {
      current = new ResealingWalk(sealing, columns, resealed, old);
      walk = current;
    }
    return current.isOver()
        ? finish(connection, current, old)
        : current.step(connection).replaceWith(true);
  }

  /** Rows that somebody held, or that came from a replica with the old key, take another walk. */
  private Uni<Boolean> finish(SqlConnection connection, ResealingWalk over, SealingKey old) {
    walk = null;
    return over.isDone(connection)
        .chain(
            done ->
                done
                    ? keys.outOfUse(connection, old).invoke(() -> tell(old)).replaceWith(true)
                    : Uni.createFrom().item(false));
  }

  private static void tell(SealingKey old) {
    LOG.infof(
        "Nothing in the database is sealed with encryption key %s any more. Once no replica seals"
            + " with it and no spool holds calls, it can be retired.",
        Integer.toUnsignedString(old.id()));
  }
}
