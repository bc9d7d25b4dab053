package io.talkgate.intake;

/** The caller did not send its body to the end. */
final class BodyNotReadException extends RuntimeException {
  private final boolean tooSlow;

  private BodyNotReadException(String message, boolean tooSlow) {
    super(message, null, false, false);
    this.tooSlow = tooSlow;
  }

  static BodyNotReadException gone() {
    return new BodyNotReadException("the caller went away before its body was complete", false);
  }

  static BodyNotReadException tooSlow() {
    return new BodyNotReadException("the body took too long", true);
  }

  /** False if the caller went away. */
  boolean isTooSlow() {
    return tooSlow;
  }
}
