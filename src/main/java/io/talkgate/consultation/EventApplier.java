package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Makes received events durable and applies them to their customers' consultations. */
public interface EventApplier {

  /**
   * Keeps the events in the ledger and applies those of approved links, all in one transaction. An
   * event that was kept before is skipped, so a repeated call does no harm. One that cannot be
   * applied is kept with its error.
   *
   * @param events of any links, in the order received
   * @return completes once all are durable; fails if the database could not make them so
   */
  Uni<Void> keep(List<ReceivedEvent> events);
}
