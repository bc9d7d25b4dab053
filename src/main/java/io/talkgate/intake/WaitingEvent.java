package io.talkgate.intake;

import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.talkgate.consultation.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** An event whose caller waits for it to be durable. Guarded by {@link Legs}. */
final class WaitingEvent {
  private final ReceivedEvent event;
  private final Customer customer;
  private final SpanContext cause;
  private final UniEmitter<? super Leg> caller;
  private long deadline;
  private boolean left;
  private boolean databaseTried;
  private boolean given;
  private boolean maybeKept;
  private long heldSince;
  private boolean held;
  private @Nullable Throwable refusal;

  WaitingEvent(ReceivedEvent event, SpanContext cause, UniEmitter<? super Leg> caller) {
    this.event = event;
    this.cause = cause;
    this.customer = Customer.of(event);
    this.caller = caller;
  }

  ReceivedEvent event() {
    return event;
  }

  Customer customer() {
    return customer;
  }

  /** The span of the call that brought it. */
  SpanContext cause() {
    return cause;
  }

  int size() {
    return event.body().length;
  }

  /** The database has until then, in nanoseconds of {@link System#nanoTime}. */
  void databaseUntil(long nanos) {
    deadline = nanos;
    left = false;
    maybeKept = given;
  }

  boolean isOverdue(long now) {
    return !left && now - deadline >= 0;
  }

  /** It is the spool's now, or its caller was told that nobody could keep it. */
  void leave() {
    left = true;
  }

  boolean hasLeft() {
    return left;
  }

  /** It is part of a batch that is on its way. */
  void give() {
    given = true;
  }

  /** Whether it has come back from a batch of which nobody knows what became. */
  boolean isMaybeKept() {
    return maybeKept;
  }

  /** The database had its time, or failed. */
  void triedDatabase() {
    databaseTried = true;
  }

  boolean hasTriedDatabase() {
    return databaseTried;
  }

  /** It is held back; counted from the first time on. */
  void hold(long now) {
    if (!held) {
      held = true;
      heldSince = now;
    }
  }

  /** How long ago it was held back first, in nanoseconds. */
  long heldFor(long now) {
    return now - heldSince;
  }

  /** The disk would not have it. */
  void refused(Throwable why) {
    refusal = why;
  }

  /** Why the disk would not have it; null if it was never asked, or took it. */
  @Nullable Throwable refusal() {
    return refusal;
  }

  /** Outside the monitor: the caller goes on from here. */
  void complete(Leg leg) {
    caller.complete(leg);
  }

  void fail(Throwable failure) {
    caller.fail(failure);
  }
}
