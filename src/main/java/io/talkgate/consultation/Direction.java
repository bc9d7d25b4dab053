package io.talkgate.consultation;

/** Where a message went. */
public enum Direction {
  /** From the customer. */
  INBOUND,
  /** To the customer, or a line of the system. */
  OUTBOUND
}
