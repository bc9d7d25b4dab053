package io.talkgate.consultation;

/** What became of an event in the ledger. */
public enum EventState {
  /** Kept until its link is approved. */
  PARKED,
  /** Done, or there was nothing to do. */
  APPLIED,
  /** Could not be read or applied; the error stands beside it. */
  FAILED
}
