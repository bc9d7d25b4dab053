package io.talkgate.talktalk;

/** The send API answered something else than 200; carried from the filter to the outcome. */
final class UnexpectedStatusException extends RuntimeException {
  private final int status;

  UnexpectedStatusException(int status) {
    super("HTTP status " + status, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
