package io.talkgate.intake;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.talkgate.intake.spool.SpoolRecord;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * One body being read. Bodies that come in one piece, as NAVER's do, are taken as they are; from
 * the second piece on the budget is asked, and where it has nothing left, or the body is very long,
 * it goes on to the disk. Confined to the call's event loop.
 */
final class BodyReading {
  private static final int NO_TIMER = -1;

  /** How long a disk may fail where memory may come free meanwhile: 2 s. */
  private static final int MOST_WAITS = 40;

  private static final long WAIT_MILLIS = 50;

  private final HttpServerRequest request;
  private final UniEmitter<? super ReadBody> caller;
  private final Bodies bodies;
  private final BodySpill spill;
  private @Nullable Buffer held;
  private @Nullable Throwable refusal;
  private long received;
  private long cost;
  private long timer = NO_TIMER;
  private int waits;
  private boolean isOurs;
  private boolean spilling;
  private boolean diskRefused;
  private boolean ended;
  private boolean over;

  BodyReading(
      HttpServerRequest request,
      SpoolRecord call,
      UniEmitter<? super ReadBody> caller,
      Bodies bodies) {
    this.request = request;
    this.caller = caller;
    this.bodies = bodies;
    this.spill = new BodySpill(call, bodies.files());
  }

  void start() {
    request.exceptionHandler(gone -> fail(BodyNotReadException.gone()));
    request.handler(this::take);
    request.endHandler(end -> end());
    request.resume();
  }

  private void take(Buffer piece) {
    received += piece.length();
    if (over) {
      return;
    }
    if (received > Bodies.LIMIT) {
      request.pause();
      finish();
      caller.complete(new ReadBody.TooLarge());
      return;
    }
    add(piece);
    if (received > piece.length()) {
      another();
    } else if (!isComplete()) {
      timer = bodies.vertx().setTimer(bodies.deadlineMillis(), late -> late());
    }
  }

  /** The first piece is left as it came, as there is mostly no second. */
  private void add(Buffer piece) {
    Buffer before = held;
    if (before == null) {
      held = piece;
      isOurs = false;
    } else if (isOurs) {
      before.appendBuffer(piece);
    } else {
      held = Buffer.buffer(before.length() + piece.length()).appendBuffer(before);
      held.appendBuffer(piece);
      isOurs = true;
    }
  }

  /** True if nothing more is to come; of a body of unannounced length nobody knows. */
  private boolean isComplete() {
    String announced = request.getHeader("Content-Length");
    return announced != null && announced.equals(Long.toString(received));
  }

  /** A piece behind the first: there must be memory for it, or a place on the disk. */
  private void another() {
    if (!spilling && (spill.isOpen() ? isFull() : isTooLong() || !raise())) {
      request.pause();
      spill();
    }
  }

  /** Many such at once would fill the heap, which does not shrink again by itself. */
  private boolean isTooLong() {
    return received > Bodies.MOST_HELD && !diskRefused;
  }

  private boolean isFull() {
    return held != null && held.length() >= BodySpill.PIECE;
  }

  private boolean raise() {
    long more = bodies.budget().costOf(received) - cost;
    if (more > 0 && !bodies.budget().take(more)) {
      return false;
    }
    cost += more;
    return true;
  }

  /** What is held goes to the disk; until it is there nothing more is taken from the caller. */
  private void spill() {
    spilling = true;
    byte[] bytes = bytes();
    spill.write(bytes).onSuccess(done -> spilt(bytes.length)).onFailure(this::notSpilt);
  }

  private void spilt(int length) {
    spilling = false;
    if (over) {
      spill.drop();
      return;
    }
    Buffer rest = held;
    held = rest == null || rest.length() == length ? null : rest.getBuffer(length, rest.length());
    giveBack();
    goOn();
  }

  /**
   * Nothing is lost yet if it was the first of the body; what refused it may not do so for long.
   */
  private void notSpilt(Throwable failure) {
    boolean isOnlyFull = failure instanceof IntakeFullException;
    boolean mayWait = isOnlyFull || (!spill.isOpen() && waits++ < MOST_WAITS);
    refusal = failure;
    if (over || !mayWait) {
      spilling = false;
      spill.drop();
      fail(failure);
      return;
    }
    bodies.vertx().setTimer(WAIT_MILLIS, again -> again());
  }

  private void again() {
    if (over) {
      return;
    }
    boolean isOnlyFull = refusal instanceof IntakeFullException;
    if (!(isOnlyFull && isTooLong()) && raise()) {
      diskRefused = !isOnlyFull;
      spilling = false;
      goOn();
    } else {
      spill();
    }
  }

  private void goOn() {
    refusal = null;
    if (ended) {
      end();
    } else {
      request.resume();
    }
  }

  private void end() {
    ended = true;
    if (over || spilling) {
      return;
    }
    if (!spill.isOpen()) {
      ReadBody.Held whole = new ReadBody.Held(bytes(), cost, bodies.budget());
      cost = 0;
      finish();
      caller.complete(whole);
    } else if (held != null) {
      spill();
    } else {
      ReadBody.Streamed whole = new ReadBody.Streamed(spill.handOver());
      finish();
      caller.complete(whole);
    }
  }

  private byte[] bytes() {
    Buffer all = held;
    return all == null ? new byte[0] : all.getBytes();
  }

  private void late() {
    timer = NO_TIMER;
    // Who is kept waiting for memory or a place is not to blame.
    fail(refusal == null ? BodyNotReadException.tooSlow() : refusal);
  }

  private void fail(Throwable failure) {
    if (!over) {
      finish();
      caller.fail(failure);
    }
  }

  private void finish() {
    over = true;
    held = null;
    giveBack();
    if (!spilling) {
      spill.drop();
    }
    if (timer != NO_TIMER) {
      bodies.vertx().cancelTimer(timer);
    }
  }

  private void giveBack() {
    if (cost > 0) {
      bodies.budget().give(cost);
      cost = 0;
    }
  }
}
