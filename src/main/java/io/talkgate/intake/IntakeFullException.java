package io.talkgate.intake;

/** More events wait to be made durable than memory or places are given for. */
final class IntakeFullException extends RuntimeException {
  IntakeFullException() {
    super("too many events wait to be made durable", null, false, false);
  }
}
