package io.talkgate.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.talkgate.platform.http.Origins;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads the caller from the identity that the login made. */
@Singleton
class IdentityCaller implements CurrentCaller {
  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;
  private final Origins origins;

  IdentityCaller(SecurityIdentity identity, CurrentVertxRequest request, Origins origins) {
    this.identity = identity;
    this.request = request;
    this.origins = origins;
  }

  @Override
  public Caller get() {
    Caller caller = identity.getAttribute(Identities.CALLER);
    if (caller == null) {
      throw new UnauthorizedException();
    }
    return caller.from(address());
  }

  private @Nullable String address() {
    RoutingContext call = request.getCurrent();
    return call == null ? null : origins.address(call.request()).getHostAddress();
  }
}
