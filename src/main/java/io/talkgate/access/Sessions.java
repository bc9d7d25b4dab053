package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;

/** Logins of browsers, which hold over all replicas until they end. */
public interface Sessions {

  /**
   * Logs a browser in.
   *
   * @return a new session; refused with UNAUTHENTICATED if the name or the password is wrong, with
   *     LOGIN_THROTTLED after too many such attempts
   */
  Uni<Result<BrowserSession>> begin(LoginAttempt attempt);

  /** Logs a browser in for somebody whom somebody else, who is trusted, has just verified. */
  Uni<BrowserSession> beginFor(Caller caller);

  /** Ends a session; done, too, if it has ended already. */
  Uni<Void> end(BrowserSession session);
}
