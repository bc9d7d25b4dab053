package io.talkgate.intake;

/** More waits to be made durable than memory or disk is given for. */
final class IntakeFullException extends RuntimeException {
  IntakeFullException(String what) {
    super(what, null, false, false);
  }
}
