package io.talkgate.link.health;

/** What a link's state follows from, and how sure that is. */
record Assessment(HealthReason reason, Confidence confidence) {
  static final Assessment NO_EVENT_YET = sure(HealthReason.NO_EVENT_YET);

  static Assessment sure(HealthReason reason) {
    return new Assessment(reason, Confidence.HIGH);
  }

  HealthState state() {
    return reason.state();
  }
}
