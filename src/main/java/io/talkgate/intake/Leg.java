package io.talkgate.intake;

/** Where an event was made durable. */
enum Leg {
  DATABASE,
  SPOOL
}
