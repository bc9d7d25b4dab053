package io.talkgate.link;

/** What can be done to a link, as far as its state has a say in it. */
enum LinkCall {
  /** Change its name or its send-API key. */
  CHANGE,
  /** Change its TalkTalk account. */
  CHANGE_ACCOUNT,
  REQUEST_APPROVAL,
  APPROVE,
  REJECT,
  REVOKE,
  /** Replace its webhook URL, which it has from the first approval request on. */
  RENEW_WEBHOOK_URL
}
