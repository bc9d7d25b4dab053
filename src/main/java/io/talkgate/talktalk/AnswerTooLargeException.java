package io.talkgate.talktalk;

/** The send API's answer was longer than we are willing to hold. */
final class AnswerTooLargeException extends RuntimeException {
  AnswerTooLargeException() {
    super("answer too large", null, false, false);
  }
}
