package io.talkgate.subscription;

/** How far the telling of one event to one subscriber is. */
public enum CallStatus {
  /** It is to be tried, perhaps again. */
  QUEUED,
  /** Answered with 2xx. */
  DELIVERED,
  /** Given up after three days. */
  FAILED
}
