package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;

/** Makes a received event durable. */
interface Intake {

  /** Completes once the event is durable; fails if it could not be made so. */
  Uni<Void> keep(ReceivedEvent event);
}
