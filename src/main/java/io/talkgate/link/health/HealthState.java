package io.talkgate.link.health;

/** How a link is (contract §5), worst first: the first that applies is told. */
public enum HealthState {
  /** NAVER refuses the send-API key: nothing can be sent. */
  KEY_REJECTED,
  /** NAVER does not call the webhook any more although there must be something to tell. */
  WEBHOOK_SILENT,
  /** Our own answers fail or are slow, or the certificate ends: NAVER is about to block us. */
  AT_RISK,
  /** Nothing has ever come. */
  WAITING_FIRST_EVENT,
  HEALTHY
}
