package io.talkgate.link.health;

/** How a call with a live token was answered. */
public enum AnswerCause {
  /** 200 in time. */
  OK(false, true),
  /** 200, later than NAVER likes. */
  SLOW(true, true),
  /** 503: neither database nor spool could keep the event. */
  NOT_KEPT(true, false),
  /** 413: more than 10 MiB. */
  TOO_LARGE(true, false),
  /** None: the body did not come in time, or its sender went away. */
  NOT_READ(true, false),
  /** 409: a payment that is not approved, which NAVER takes for an answer (protocol §2). */
  PAYMENT_REFUSED(false, false);

  private final boolean risky;
  private final boolean ok;

  AnswerCause(boolean risky, boolean ok) {
    this.risky = risky;
    this.ok = ok;
  }

  /** Whether NAVER may count it as a failure, and block the webhook after more of them. */
  boolean isRisky() {
    return risky;
  }

  /** Whether its status is 200. */
  boolean is200() {
    return ok;
  }
}
