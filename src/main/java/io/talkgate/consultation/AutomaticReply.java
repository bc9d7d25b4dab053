package io.talkgate.consultation;

import java.util.UUID;

/** What became of an automatic message. */
public sealed interface AutomaticReply {

  /** It is QUEUED. */
  record Queued(UUID messageId) implements AutomaticReply {}

  /** It is not sent, and nothing was written. */
  record NotSent(Why why) implements AutomaticReply {}

  /** Why it is not sent. */
  enum Why {
    /** The customer has had as many in the hour before as one may have. */
    CAP_REACHED,
    /** Partner Center holds the thread: somebody there speaks with the customer. */
    THREAD_HELD,
    /** The customer is blocked. */
    CUSTOMER_BLOCKED,
    /** Its occasion was taken before, or the consultation's state has made it none. */
    OCCASION_OVER,
    /** The brand has no such consultation. */
    NOT_FOUND
  }
}
