package io.talkgate.consultation;

/** What became of a settlement. */
public enum Settled {
  /** It is written; the lane has nothing more to do. */
  DONE,
  /** It is written; the lane has more messages that may go at once. */
  DONE_WITH_MORE,
  /** It is written; the lane waits for its head's time. */
  LATER,
  /** Somebody holds the lane's row at this moment: try again. */
  LOCKED,
  /** The epoch is over: an echo, an agent or another replica has settled it otherwise. */
  REFUSED
}
