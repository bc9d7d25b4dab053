package io.talkgate.intake;

/**
 * What the spool may take of calls whose token nobody could look up: strangers must not fill it.
 * Guarded by {@link Spooled}.
 */
final class UnresolvedBudget {
  /** What a call costs at least, however short: its record, and the looking up of its token. */
  private static final long CALL_COST = 1024;

  private final long limit;
  private long used;

  UnresolvedBudget(long limit) {
    this.limit = limit;
  }

  /** Takes what a call with a body of so many bytes costs; false if there is not so much. */
  boolean take(long bytes) {
    if (used + CALL_COST + bytes > limit) {
      return false;
    }
    used += CALL_COST + bytes;
    return true;
  }

  /** Calls of an earlier run give back what they never took. */
  void give(long bytes) {
    used = Math.max(0, used - CALL_COST - bytes);
  }

  void clear() {
    used = 0;
  }
}
