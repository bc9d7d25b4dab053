package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.platform.Stamp;

/** Makes what NAVER sent durable. */
interface Intake {

  /** Completes once the event is durable; fails if it could not be made so. */
  Uni<Void> keep(ReceivedEvent event);

  /**
   * Keeps a call whose token nobody can look up at the moment.
   *
   * @return completes once it is durable; fails if it could not be made so
   */
  Uni<Void> keepUnresolved(Stamp stamp, byte[] tokenHash, byte[] body);
}
