package io.talkgate.consultation;

import io.talkgate.access.Caller;
import java.util.UUID;

/** A member who does something, or to whom something is assigned. */
record Actor(UUID id, String name) {

  static Actor of(Caller caller) {
    return new Actor(caller.memberId(), caller.name());
  }
}
