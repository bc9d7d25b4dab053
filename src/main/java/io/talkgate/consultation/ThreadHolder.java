package io.talkgate.consultation;

/** Who holds the thread (contract §1 "Thread"). */
public enum ThreadHolder {
  /** Our agents answer. */
  TALKGATE,
  /** NAVER's Partner Center answers; our agents would talk across it. */
  PARTNER_CENTER
}
