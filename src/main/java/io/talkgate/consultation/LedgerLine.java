package io.talkgate.consultation;

/** An event and what becomes of it. */
record LedgerLine(LedgerEntry entry, EventState state) {

  /** What becomes of an event that has just arrived. */
  static LedgerLine arrived(LedgerEntry entry, boolean applicable) {
    if (entry.error() != null) {
      return new LedgerLine(entry, EventState.FAILED);
    }
    boolean nothingToDo = entry.event() == null;
    return new LedgerLine(
        entry, nothingToDo || applicable ? EventState.APPLIED : EventState.PARKED);
  }
}
