package io.talkgate.intake;

/** More events wait to be made durable than memory is given for. */
final class IntakeFullException extends RuntimeException {
  IntakeFullException() {
    super("too many events wait for the database", null, false, false);
  }
}
