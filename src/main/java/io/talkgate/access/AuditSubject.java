package io.talkgate.access;

/** What kind of thing an audited action was done to. */
public enum AuditSubject {
  BRAND,
  MEMBER,
  LINK,
  CUSTOMER,
  EVENT
}
