package io.talkgate.desk.stream;

/** The database cannot be asked what has changed. */
final class TailAwayException extends RuntimeException {
  TailAwayException() {
    super("the database cannot be asked", null, false, false);
  }
}
