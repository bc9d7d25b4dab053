package io.talkgate.link;

/** The states of a link (contract §1 "Link states"). */
public enum LinkStatus {
  /** 미신청: being entered. */
  DRAFT,
  /** 승인대기중: its token is live, its events are kept. */
  PENDING,
  /** 승인완료: its events become consultations. */
  APPROVED,
  /** 반려: may be requested again; its token stays live. */
  REJECTED,
  /** 해지: final; its token is dead. */
  REVOKED
}
