package io.talkgate.access;

import static io.talkgate.access.AuditSubject.BRAND;
import static io.talkgate.access.AuditSubject.CUSTOMER;
import static io.talkgate.access.AuditSubject.EVENT;
import static io.talkgate.access.AuditSubject.LINK;
import static io.talkgate.access.AuditSubject.MEMBER;

/** What is audited. Names are stable, as they are stored for two years: add, never rename. */
public enum AuditAction {
  BRAND_CREATED(BRAND),
  /** For how long it keeps things; the details say how long from now on. */
  BRAND_RETENTION_CHANGED(BRAND),
  MEMBER_CREATED(MEMBER),
  /** The name, the role, or whether the member may log in; the details say what. */
  MEMBER_CHANGED(MEMBER),
  MEMBER_PASSWORD_RESET(MEMBER),
  LINK_CREATED(LINK),
  /** Its name, its account or its send-API key; {@code fields} says which. */
  LINK_CHANGED(LINK),
  LINK_APPROVAL_REQUESTED(LINK),
  LINK_APPROVED(LINK),
  LINK_REJECTED(LINK),
  LINK_REVOKED(LINK),
  /** {@code revokeOld} says whether the old one died at once. */
  LINK_WEBHOOK_URL_RENEWED(LINK),
  LINK_SETTINGS_CHANGED(LINK),
  LINK_MENU_CHANGED(LINK),
  /** All that is known of a person was shown. */
  CUSTOMER_READ(CUSTOMER),
  CUSTOMER_EXPORTED(CUSTOMER),
  /** Asked for personal data; {@code field} says for which. */
  CUSTOMER_PROFILE_REQUESTED(CUSTOMER),
  CUSTOMER_BLOCKED(CUSTOMER),
  CUSTOMER_UNBLOCKED(CUSTOMER),
  /** VIP, on the blacklist, or neither. */
  CUSTOMER_GRADED(CUSTOMER),
  /** By a member; a customer's own withdrawal is no member's deed. */
  CUSTOMER_PROFILE_ERASED(CUSTOMER),
  /** {@code state} says what it came to: APPLIED, or FAILED once more. */
  EVENT_REPLAYED(EVENT);

  private final AuditSubject subject;

  AuditAction(AuditSubject subject) {
    this.subject = subject;
  }

  /** What the action is done to. */
  public AuditSubject subject() {
    return subject;
  }
}
