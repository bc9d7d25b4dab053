package io.talkgate.link.health;

/** Why a link is in its state; each has its advice in {@code desk/texts_*.properties}. */
public enum HealthReason {
  KEY_REFUSED(HealthState.KEY_REJECTED),
  /** Accepted messages have no echo. */
  ECHOES_MISSING(HealthState.WEBHOOK_SILENT),
  /** It is quiet where it never is. */
  RHYTHM_BROKEN(HealthState.WEBHOOK_SILENT),
  ANSWERS_FAILED(HealthState.AT_RISK),
  ANSWERS_SLOW(HealthState.AT_RISK),
  /** The webhook cannot be reached by its public URL. */
  PUBLIC_URL_FAILS(HealthState.AT_RISK),
  CERTIFICATE_ENDS(HealthState.AT_RISK),
  NO_EVENT_YET(HealthState.WAITING_FIRST_EVENT),
  /** All is well, but {@code echo} is not ticked: silence is found later than it could be. */
  ECHO_NOT_SELECTED(HealthState.HEALTHY),
  ALL_WELL(HealthState.HEALTHY);

  private final HealthState state;

  HealthReason(HealthState state) {
    this.state = state;
  }

  /** The state that follows from it. */
  public HealthState state() {
    return state;
  }
}
