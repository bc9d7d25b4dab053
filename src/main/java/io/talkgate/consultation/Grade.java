package io.talkgate.consultation;

/** 고객 등급: what agents are to know of a customer. It changes nothing by itself. */
public enum Grade {
  /** To be served with care. */
  VIP,
  /** 블랙리스트: to be met with caution; unlike a blocked one, the customer is heard. */
  BLACKLIST
}
