package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.ActingAs;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What the clock does to consultations by the rules of their link. Each is decided anew under the
 * customer's lock, so that any number of replicas may try at once.
 */
@Singleton
public class TimedChanges {
  private final Transactions transactions;
  private final ConsultationLock lock;
  private final ConsultationWriter writer;
  private final Stamps stamps;

  TimedChanges(
      @ActingAs(DatabaseRole.TIMERS) Transactions transactions,
      ConsultationLock lock,
      ConsultationWriter writer,
      Stamps stamps) {
    this.transactions = transactions;
    this.lock = lock;
    this.writer = writer;
    this.stamps = stamps;
  }

  /**
   * Closes a consultation IN_PROGRESS in which nothing has happened since that time, for
   * INACTIVITY; answers whether it did.
   */
  public Uni<Boolean> closeInactive(UUID brandId, UUID consultationId, Instant since) {
    return close(
        brandId,
        consultationId,
        CloseReason.INACTIVITY,
        draft ->
            draft.status() == ConsultationStatus.IN_PROGRESS
                && !draft.row().lastActivityAt().isAfter(since));
  }

  /** Closes a consultation that waits outside the hours; answers whether it did. */
  public Uni<Boolean> closeOutsideHours(UUID brandId, UUID consultationId) {
    return close(
        brandId,
        consultationId,
        CloseReason.OUTSIDE_HOURS,
        draft -> draft.status() == ConsultationStatus.WAITING && !draft.isAssigned());
  }

  /** Takes an occasion on which nothing is said; answers whether this call was the first. */
  public Uni<Boolean> note(UUID brandId, UUID consultationId, OnceOnly occasion) {
    return transactions.run(
        connection ->
            lock.take(connection, brandId, consultationId)
                .chain(
                    taken ->
                        taken.<Uni<Boolean>>fold(
                            held ->
                                occasion.take(connection, held.consultation(), stamps.next().at()),
                            refusal -> Uni.createFrom().item(false))));
  }

  private Uni<Boolean> close(
      UUID brandId, UUID consultationId, CloseReason reason, Predicate<ConsultationDraft> isDue) {
    return transactions.run(
        connection ->
            lock.take(connection, brandId, consultationId)
                .chain(
                    taken ->
                        taken.<Uni<Boolean>>fold(
                            held -> {
                              ConsultationDraft draft = held.consultation();
                              if (!isDue.test(draft)) {
                                return Uni.createFrom().item(false);
                              }
                              draft.close(reason, stamps.next().at(), null);
                              return writer.write(connection, List.of(draft)).replaceWith(true);
                            },
                            refusal -> Uni.createFrom().item(false))));
  }
}
