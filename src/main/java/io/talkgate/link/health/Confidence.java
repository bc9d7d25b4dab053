package io.talkgate.link.health;

/** How sure a state is. */
public enum Confidence {
  HIGH,
  /** Only improbable by the link's own rhythm. */
  LOW
}
