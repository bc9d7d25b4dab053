package io.talkgate.platform.problem;

/**
 * Carries a refusal out of an HTTP call to where it becomes a problem document. For the HTTP edge
 * only.
 */
public final class RefusedException extends RuntimeException {
  private final transient Refusal refusal;

  /** With the refusal to answer with. */
  public RefusedException(Refusal refusal) {
    super(refusal.code().name(), null, false, false);
    this.refusal = refusal;
  }

  /** Why the call was refused. */
  public Refusal refusal() {
    return refusal;
  }
}
