package io.talkgate.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.http.Origins;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Uses the one issuer that {@code QUARKUS_OIDC_AUTH_SERVER_URL} names in two ways: for tokens on
 * the API, as Quarkus itself is configured, and for logging in browsers, at one path alone. From
 * there on they have a session of ours, which is ended and guarded like any other.
 */
@Singleton
class OidcTenants implements TenantConfigResolver, IssuerLogin {
  private static final String SESSION_OF_QUARKUS = "q_session";

  private final Origins origins;
  private final Optional<BrowserTenants> browsers;

  OidcTenants(IssuerConfig issuer, Origins origins) {
    this.origins = origins;
    this.browsers = BrowserTenants.of(issuer);
  }

  @Override
  public boolean isOffered() {
    return browsers.isPresent();
  }

  /** Null is Quarkus's own configuration, which is off without an issuer. */
  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext call, OidcRequestContext<OidcTenantConfig> context) {
    if (browsers.isEmpty() || !call.request().path().equals(LoginPaths.ISSUER)) {
      return Uni.createFrom().nullItem();
    }
    call.addHeadersEndHandler(unused -> forgetSessionOfQuarkus(call));
    return Uni.createFrom().item(browsers.get().over(origins.isEncrypted(call.request())));
  }

  /**
   * Quarkus would give the browser a session of its own, by which it would log in again after ours
   * has ended, and with the roles of then. It is taken out of each answer, whatever it came to.
   */
  private static void forgetSessionOfQuarkus(RoutingContext call) {
    List.copyOf(call.request().cookies()).stream()
        .map(Cookie::getName)
        .filter(name -> name.startsWith(SESSION_OF_QUARKUS))
        .forEach(name -> call.response().removeCookies(name, false));
  }
}
