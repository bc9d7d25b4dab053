package io.talkgate.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the caller from the identity that the login made. */
@ApplicationScoped
class IdentityCaller implements CurrentCaller {
  static final String ATTRIBUTE = "talkgate.caller";

  private final SecurityIdentity identity;

  IdentityCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  @Override
  public Caller get() {
    Caller caller = identity.getAttribute(ATTRIBUTE);
    if (caller == null) {
      throw new UnauthorizedException();
    }
    return caller;
  }
}
