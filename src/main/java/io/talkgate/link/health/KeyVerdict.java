package io.talkgate.link.health;

/** What NAVER's answer to a call for an impossible user says of a key (protocol §3 [307]). */
public enum KeyVerdict {
  GOOD,
  BAD,
  /** There was no clear answer. */
  UNSURE
}
