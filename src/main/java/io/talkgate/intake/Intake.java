package io.talkgate.intake;

import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.platform.Stamp;

/** Makes what NAVER sent durable. */
interface Intake {

  /**
   * Completes once the event is durable; fails if it could not be made so.
   *
   * @param cause the span of the call that brought it
   */
  Uni<Void> keep(ReceivedEvent event, SpanContext cause);

  /**
   * Keeps a call whose token nobody can look up at the moment.
   *
   * @return completes once it is durable; fails if it could not be made so
   */
  Uni<Void> keepUnresolved(Stamp stamp, byte[] tokenHash, byte[] body);
}
