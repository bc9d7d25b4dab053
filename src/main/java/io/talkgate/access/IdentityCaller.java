package io.talkgate.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads the caller from the identity that the login made. */
@ApplicationScoped
class IdentityCaller implements CurrentCaller {
  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;

  IdentityCaller(SecurityIdentity identity, CurrentVertxRequest request) {
    this.identity = identity;
    this.request = request;
  }

  @Override
  public Caller get() {
    Caller caller = identity.getAttribute(Identities.CALLER);
    if (caller == null) {
      throw new UnauthorizedException();
    }
    return caller.from(address());
  }

  /** What a forwarding header says counts only behind proxies that are trusted (Quarkus). */
  private @Nullable String address() {
    RoutingContext call = request.getCurrent();
    SocketAddress remote = call == null ? null : call.request().remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }
}
