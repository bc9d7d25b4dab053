package io.talkgate.consultation;

/** Why a consultation was closed (contract §1). */
public enum CloseReason {
  /** The customer left before saying anything. */
  CUSTOMER_LEFT,
  /** The customer entered and said nothing for an hour. */
  NO_MESSAGE,
  /** Partner Center, which alone had answered it, completed it. */
  PARTNER_CENTER,
  /** An agent closed it. */
  AGENT,
  /** Nobody said anything for the link's limit. */
  INACTIVITY,
  /** It came outside the hours, and the link takes none up then. */
  OUTSIDE_HOURS,
  /** The customer was blocked. */
  BLOCKED,
  /** The link was revoked. */
  LINK_REVOKED
}
