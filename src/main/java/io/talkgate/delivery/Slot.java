package io.talkgate.delivery;

import java.time.Instant;

/** Whether a call that is no message may be made. */
sealed interface Slot {

  /**
   * It may, and counts.
   *
   * @param at since when, by the database's clock
   * @param troubled whether calls of the link or the host were failing
   */
  record Taken(Instant at, boolean troubled) implements Slot {}

  /**
   * It may not.
   *
   * @param breakerOpen whether because calls fail at present; else others go first
   */
  record None(boolean breakerOpen) implements Slot {}
}
