package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;

/** Logins of browsers, which hold over all replicas until they end. */
public interface Sessions {

  /**
   * Logs a browser in.
   *
   * @return a new session; refused with UNAUTHENTICATED if the name or the password is wrong
   */
  Uni<Result<BrowserSession>> begin(String username, String password);

  /** Ends a session; done, too, if it has ended already. */
  Uni<Void> end(BrowserSession session);
}
