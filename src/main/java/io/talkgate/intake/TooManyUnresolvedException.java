package io.talkgate.intake;

/**
 * Calls whose token nobody could look up take all of the spool that is theirs ({@code
 * TALKGATE_SPOOL_UNRESOLVED_SIZE}); what has a known token is kept as before.
 */
final class TooManyUnresolvedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyUnresolvedException() {
    super("too many calls wait for their token's being known", null, false, false);
  }
}
