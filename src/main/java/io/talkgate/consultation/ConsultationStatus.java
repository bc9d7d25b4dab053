package io.talkgate.consultation;

/**
 * The states of a consultation (contract §1). At most one consultation of a customer is not CLOSED.
 */
public enum ConsultationStatus {
  /** 방문: entered, nothing said. */
  OPENED,
  /** 대기: waits for an agent. */
  WAITING,
  /** 진행중: being answered. */
  IN_PROGRESS,
  /** 보류: put on hold. */
  ON_HOLD,
  /** 종료: over. */
  CLOSED
}
