package io.talkgate.consultation;

/** How far an outbound message has come (contract §3 "Message"). */
public enum DeliveryStatus {
  /** Waits for its turn. */
  QUEUED,
  /** Is being handed to NAVER. */
  SENDING,
  /** NAVER said 00. */
  SENT,
  /** Its echo came back. */
  CONFIRMED,
  /** There is no way to tell yet. */
  UNKNOWN,
  /** It did not reach the customer, and the reason is known. */
  FAILED,
  /** Withdrawn before it was sent. */
  CANCELLED
}
