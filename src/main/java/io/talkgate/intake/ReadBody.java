package io.talkgate.intake;

import io.talkgate.intake.spool.SpoolStream;
import java.util.function.Function;

/** What became of reading a call's body. */
sealed interface ReadBody {

  /**
   * It is in memory.
   *
   * @param cost of it, taken from the budget
   * @param budget to give it back to
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Held(byte[] bytes, long cost, BodyBudget budget) implements ReadBody {

    /** Nobody needs it any more. To be called once. */
    void giveBack() {
      if (cost > 0) {
        budget.give(cost);
      }
    }

    @Override
    public <T> T fold(
        Function<Held, T> whenHeld, Function<Streamed, T> whenStreamed, T whenTooLarge) {
      return whenHeld.apply(this);
    }
  }

  /** It is on the disk, not durable yet. Whoever gets it publishes or closes it. */
  record Streamed(SpoolStream stream) implements ReadBody {

    @Override
    public <T> T fold(
        Function<Held, T> whenHeld, Function<Streamed, T> whenStreamed, T whenTooLarge) {
      return whenStreamed.apply(this);
    }
  }

  /** It has more than 10 MiB (contract §2). */
  record TooLarge() implements ReadBody {

    @Override
    public <T> T fold(
        Function<Held, T> whenHeld, Function<Streamed, T> whenStreamed, T whenTooLarge) {
      return whenTooLarge;
    }
  }

  /** One of the three, whichever this is. */
  <T> T fold(Function<Held, T> whenHeld, Function<Streamed, T> whenStreamed, T whenTooLarge);
}
