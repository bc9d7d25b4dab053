package io.talkgate.consultation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What happens to consultations by the clock or with their link: silent visits close, holds end,
 * those of revoked links close. Each is decided anew under the customer's lock, so that any number
 * of replicas may look at once.
 */
@Singleton
public class DueConsultations {
  /** An OPENED one closes by itself after so long without a word (contract §1). */
  private static final Duration SILENT_VISIT = Duration.ofHours(1);

  private static final int AT_ONCE = 500;

  private static final String SILENT =
      """
      select brand_id, id from consultations
      where status = 'OPENED' and activity_slot <= $1 and last_activity_at <= $1 limit $2
      """;
  private static final String HOLD_OVER =
      "select brand_id, id from consultations where status = 'ON_HOLD' and held_until <= $1 limit $2";
  private static final String OF_REVOKED_LINK =
      """
      select k.brand_id, k.id from consultations k
      join links l on l.brand_id = k.brand_id and l.id = k.link_id
      where k.status <> 'CLOSED' and l.status = 'REVOKED' and l.decided_at <= $1 limit $2
      """;

  private final Transactions transactions;
  private final ConsultationLock lock;
  private final ConsultationWriter writer;
  private final Stamps stamps;
  private final Clock clock;

  DueConsultations(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      ConsultationLock lock,
      ConsultationWriter writer,
      Stamps stamps,
      Clock clock) {
    this.transactions = transactions;
    this.lock = lock;
    this.writer = writer;
    this.stamps = stamps;
    this.clock = clock;
  }

  /** Does what is due now. */
  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> settle() {
    Instant now = clock.instant();
    return each(SILENT, now.minus(SILENT_VISIT), draft -> closeIfSilent(draft, now))
        .chain(() -> each(HOLD_OVER, now, draft -> resumeIfOver(draft, now)))
        .chain(this::closeOfRevokedLinks);
  }

  /** Closes what is open of revoked links. */
  Uni<Void> closeOfRevokedLinks() {
    Instant now = clock.instant();
    return each(
        OF_REVOKED_LINK,
        now,
        draft -> {
          if (draft.isOpen()) {
            draft.close(CloseReason.LINK_REVOKED, stamps.next().at(), null);
          }
        });
  }

  private void closeIfSilent(ConsultationDraft draft, Instant now) {
    boolean silent = !draft.row().lastActivityAt().isAfter(now.minus(SILENT_VISIT));
    if (draft.status() == ConsultationStatus.OPENED && silent) {
      draft.close(CloseReason.NO_MESSAGE, stamps.next().at(), null);
    }
  }

  private void resumeIfOver(ConsultationDraft draft, Instant now) {
    Instant until = draft.row().heldUntil();
    if (draft.status() == ConsultationStatus.ON_HOLD && until != null && !until.isAfter(now)) {
      ConsultationStatus next =
          draft.isAssigned() ? ConsultationStatus.IN_PROGRESS : ConsultationStatus.WAITING;
      draft.resume(next, stamps.next().at(), null);
    }
  }

  private Uni<Void> each(String due, Instant at, Consumer<ConsultationDraft> change) {
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                transactions
                    .query(due, Tuple.of(Columns.time(at), AT_ONCE))
                    .map(
                        rows ->
                            Columns.list(
                                rows, row -> new Key(row.getUUID("brand_id"), row.getUUID("id")))))
        .until(List::isEmpty)
        .onItem()
        .transformToUniAndConcatenate(keys -> each(keys, change))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> each(List<Key> keys, Consumer<ConsultationDraft> change) {
    return Multi.createFrom()
        .iterable(keys)
        .onItem()
        .transformToUniAndConcatenate(key -> change(key, change))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> change(Key key, Consumer<ConsultationDraft> change) {
    return transactions.run(
        connection ->
            lock.take(connection, key.brandId(), key.id())
                .chain(
                    taken ->
                        taken.fold(
                            held -> {
                              change.accept(held.consultation());
                              return writer.write(connection, List.of(held.consultation()));
                            },
                            refusal -> Uni.createFrom().voidItem())));
  }

  private record Key(UUID brandId, UUID id) {}
}
