package io.talkgate.intake.spool;

/** A record was not taken: a limit of {@link SpoolSettings} or the disk's end is reached. */
public final class SpoolFullException extends RuntimeException {

  SpoolFullException(String message) {
    super(message, null, false, false);
  }
}
