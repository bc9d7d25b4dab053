package io.talkgate.link;

import io.talkgate.access.AuditAction;

/** What can be done to a link, as far as its state has a say in it. */
enum LinkCall {
  /** Change its name or its send-API key. */
  CHANGE(AuditAction.LINK_CHANGED),
  /** Change its TalkTalk account. */
  CHANGE_ACCOUNT(AuditAction.LINK_CHANGED),
  REQUEST_APPROVAL(AuditAction.LINK_APPROVAL_REQUESTED),
  APPROVE(AuditAction.LINK_APPROVED),
  REJECT(AuditAction.LINK_REJECTED),
  REVOKE(AuditAction.LINK_REVOKED),
  /** Replace its webhook URL, which it has from the first approval request on. */
  RENEW_WEBHOOK_URL(AuditAction.LINK_WEBHOOK_URL_RENEWED);

  private final AuditAction audited;

  LinkCall(AuditAction audited) {
    this.audited = audited;
  }

  /** As what the audit notes it. */
  AuditAction audited() {
    return audited;
  }
}
