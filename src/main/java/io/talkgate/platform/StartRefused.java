package io.talkgate.platform;

/**
 * The service cannot start as configured. The message is one line that says what is wrong and what
 * to do; it is all that an operator gets to see.
 */
public final class StartRefused extends RuntimeException {

  /** With the line for the operator. */
  public StartRefused(String message) {
    super(message, null, false, false);
  }
}
