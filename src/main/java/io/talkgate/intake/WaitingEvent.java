package io.talkgate.intake;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.talkgate.consultation.ReceivedEvent;

/** An event whose caller waits for it to be durable. */
final class WaitingEvent {
  private final ReceivedEvent event;
  private final UniEmitter<? super Void> caller;
  private volatile boolean abandoned;

  WaitingEvent(ReceivedEvent event, UniEmitter<? super Void> caller) {
    this.event = event;
    this.caller = caller;
  }

  ReceivedEvent event() {
    return event;
  }

  /** The caller has stopped waiting: if it is in no batch yet, it need not go into one. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  void complete() {
    caller.complete(null);
  }

  void fail(Throwable failure) {
    caller.fail(failure);
  }
}
