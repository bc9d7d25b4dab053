package io.talkgate.consultation;

/**
 * Why a message went no further, or goes on only later. Stored and stable: add, never rename. Their
 * texts in Korean and English are the desk's.
 */
public enum DeliveryReason {
  /** A profile consent of the customer runs (protocol §3, {@code 01} or {@code 04}). */
  CONSENT_HOLD,
  /** {@code 01} although the key is good: the user has nothing to do with this account [302]. */
  NOT_THIS_ACCOUNT,
  /** {@code 01}, and so did the key check: nothing is sent for the link until it has a new key. */
  KEY_REJECTED,
  /** {@code 01}, and the key check came to nothing. */
  KEY_DOUBTED,
  /** {@code 02}. */
  BAD_REQUEST,
  /** {@code 99}: NAVER does not know the user [307]. */
  UNKNOWN_USER,
  /** {@code 99} otherwise: NAVER does not say why, or only in its own words. */
  NAVER_ERROR,
  /** A code that no page of NAVER names. */
  UNKNOWN_CODE,
  /** {@code IMG-01}. */
  IMAGE_FORMAT,
  /** {@code IMG-02}. */
  IMAGE_SLOW,
  /** {@code IMG-03}. */
  IMAGE_TOO_LARGE,
  /** {@code IMG-99}. */
  IMAGE_ERROR,
  /** No connection, or turned away by a limiter (429): certainly not processed. */
  NOT_REACHED,
  /** Timeout, lost connection, 5xx, no JSON, redirect: nobody can tell. */
  NO_CLEAR_ANSWER,
  /** The service stopped while it was being sent: nobody can tell. */
  SENDER_LOST,
  /** The link was revoked before it was sent. */
  LINK_REVOKED,
  /** An error of our own; it is in the log under the message's id. */
  INTERNAL,
  /** From before reasons had codes. */
  UNEXPLAINED
}
