package io.talkgate.consultation;

/** Who wrote a message. */
public enum AuthorType {
  /** The customer. */
  CUSTOMER,
  /** An agent of ours. */
  AGENT,
  /** A person at NAVER's Partner Center. */
  PARTNER_AGENT,
  /** An automatic message of ours. */
  AUTO,
  /** NAVER or TalkGate: marketing, alarms, payment lines. */
  SYSTEM
}
