package io.talkgate.intake.spool;

/** A record could not be made durable, or the spool is closed. */
public final class SpoolFailedException extends RuntimeException {

  SpoolFailedException(String message) {
    super(message, null, false, false);
  }

  SpoolFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
