package io.talkgate.consultation;

/** What can happen to a consultation. */
public enum HistoryAction {
  OPENED,
  WAITED,
  STARTED,
  ASSIGNED,
  UNASSIGNED,
  TRANSFERRED,
  HELD,
  RESUMED,
  THREAD_TO_PARTNER_CENTER,
  THREAD_TO_TALKGATE,
  CUSTOMER_LEFT,
  CLOSED,
  REOPENED
}
