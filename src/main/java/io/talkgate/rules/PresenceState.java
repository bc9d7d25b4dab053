package io.talkgate.rules;

/** Whether an agent is there. */
public enum PresenceState {
  /** 온라인: gets consultations. */
  ONLINE,
  /** 자리비움: keeps what they have and gets none. */
  AWAY,
  /** 오프라인: what they have not answered goes to others. */
  OFFLINE
}
