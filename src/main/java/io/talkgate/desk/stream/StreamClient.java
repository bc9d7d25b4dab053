package io.talkgate.desk.stream;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One open stream. Everything but what its emitter does happens where the tail runs. */
final class StreamClient {
  private final Scope scope;
  private final StreamEvents events;
  private final MultiEmitter<? super OutboundSseEvent> out;
  private final AtomicInteger waiting;
  private final int limit;
  private final Runnable cut;

  /** What is told while it still catches up; null from then on. */
  private @Nullable List<Change> held = new ArrayList<>();

  private @Nullable Position position;

  /**
   * A stream that is about to begin.
   *
   * @param waiting how many events are given out and not taken by the connection yet; the taker
   *     counts down
   * @param limit how many may wait
   * @param cut cuts off the connection
   */
  StreamClient(
      Scope scope,
      StreamEvents events,
      MultiEmitter<? super OutboundSseEvent> out,
      AtomicInteger waiting,
      int limit,
      Runnable cut) {
    this.scope = scope;
    this.events = events;
    this.out = out;
    this.waiting = waiting;
    this.limit = limit;
    this.cut = cut;
  }

  Scope scope() {
    return scope;
  }

  /**
   * All of it in order; what this client may not see is left out. One that does not keep up is cut
   * off.
   */
  void tell(List<Change> changes) {
    List<Change> mine = changes.stream().filter(scope::covers).toList();
    int before = held == null ? waiting.get() : held.size();
    if (before + mine.size() > limit) {
      cut();
    } else if (held == null) {
      mine.forEach(change -> emit(events.of(change)));
    } else {
      held.addAll(mine);
    }
  }

  /** Everything up to here was told. */
  void reached(Snapshot moment) {
    if (held == null) {
      position = Position.at(moment);
    }
  }

  /**
   * Begins to tell.
   *
   * @param resumed whether nothing is left out since the position the client named
   * @param missed what it missed until then
   * @param moment what has happened until then
   */
  void begin(boolean resumed, List<Change> missed, Snapshot moment) {
    if (missed.size() > limit) {
      begin(false, List.of(), moment);
      return;
    }
    List<Change> meanwhile = held == null ? List.of() : held;
    held = null;
    emit(events.opened(resumed, missed.isEmpty() ? Position.at(moment) : null));
    missed.forEach(change -> emit(events.of(change)));
    meanwhile.forEach(change -> emit(events.of(change)));
    if (meanwhile.isEmpty()) {
      position = Position.at(moment);
    }
  }

  void heartbeat() {
    if (held == null) {
      emit(events.heartbeat(position));
    }
  }

  private void emit(OutboundSseEvent event) {
    waiting.incrementAndGet();
    out.emit(event);
  }

  /** What still waits is worth nothing: the client reads on from where it was. */
  private void cut() {
    out.complete();
    cut.run();
  }

  void fail(Throwable failure) {
    out.fail(failure);
  }

  /** Ends it as a server does that goes; the client comes back with its position. */
  void end() {
    out.complete();
  }
}
