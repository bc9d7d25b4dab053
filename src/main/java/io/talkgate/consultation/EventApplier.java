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
   * @return completes once all are durable but those in the answer: their customer's row is held by
   *     somebody else, and nothing of them was kept. Fails if the database could not make the
   *     events durable
   */
  Uni<List<ReceivedEvent>> keep(List<ReceivedEvent> events);

  /**
   * The same of events that have only just come: nobody has asked for any of them to be kept, or
   * they were left behind. Nothing is looked for in the ledger then.
   */
  Uni<List<ReceivedEvent>> keepNew(List<ReceivedEvent> events);
}
