package io.talkgate.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Uses the one issuer that {@code QUARKUS_OIDC_AUTH_SERVER_URL} names in two ways: for tokens on
 * the API, as Quarkus itself is configured, and for logging in browsers, at one path alone. From
 * there on they have a session of ours, which is ended and guarded like any other.
 */
@ApplicationScoped
class OidcTenants implements TenantConfigResolver {
  private static final String BROWSERS = "browsers";

  private final Optional<OidcTenantConfig> browsers;

  OidcTenants(
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
      @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> client,
      @ConfigProperty(name = "quarkus.oidc.credentials.secret") Optional<String> secret) {
    browsers =
        issuer.flatMap(url -> client.flatMap(id -> secret.map(known -> config(url, id, known))));
  }

  /** Null is Quarkus's own configuration, which is off without an issuer. */
  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext call, OidcRequestContext<OidcTenantConfig> context) {
    return call.request().path().equals(LoginPaths.ISSUER)
        ? Uni.createFrom().item(browsers.orElse(null))
        : Uni.createFrom().nullItem();
  }

  /** The answer with the code is served at once: no cookie has to outlive it, on any replica. */
  private static OidcTenantConfig config(String issuer, String client, String secret) {
    return OidcTenantConfig.authServerUrl(issuer)
        .tenantId(BROWSERS)
        .applicationType(ApplicationType.WEB_APP)
        .clientId(client)
        .credentials(secret)
        .authentication()
        .redirectPath(LoginPaths.ISSUER)
        .restorePathAfterRedirect(false)
        .removeRedirectParameters(false)
        .cookiePath(LoginPaths.ISSUER)
        .end()
        .build();
  }
}
