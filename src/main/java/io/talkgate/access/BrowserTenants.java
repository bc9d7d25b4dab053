package io.talkgate.access;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How browsers log in at the issuer. Where a proxy ends TLS Quarkus sees plain HTTP; what it sends
 * browsers to and hands them is then made for TLS all the same.
 */
record BrowserTenants(OidcTenantConfig plain, OidcTenantConfig encrypted) {

  /** Empty unless an issuer, a client and its secret are configured. */
  static Optional<BrowserTenants> of(IssuerConfig issuer) {
    return issuer
        .authServerUrl()
        .flatMap(
            url ->
                issuer
                    .clientId()
                    .flatMap(id -> issuer.secret().map(secret -> both(url, id, secret))));
  }

  /** The one for lines that are, or are not, encrypted. */
  OidcTenantConfig over(boolean encryption) {
    return encryption ? encrypted : plain;
  }

  private static BrowserTenants both(String url, String client, String secret) {
    return new BrowserTenants(
        config("browsers", url, client, secret, false),
        config("browsers-tls", url, client, secret, true));
  }

  /** The answer with the code is served at once, by any replica: no cookie has to outlive it. */
  private static OidcTenantConfig config(
      String tenant, String url, String client, String secret, boolean encrypted) {
    return OidcTenantConfig.authServerUrl(url)
        .tenantId(tenant)
        .applicationType(ApplicationType.WEB_APP)
        .clientId(client)
        .credentials(secret)
        .authentication()
        .redirectPath(LoginPaths.ISSUER)
        .restorePathAfterRedirect(false)
        .removeRedirectParameters(false)
        .cookiePath(LoginPaths.ISSUER)
        .forceRedirectHttpsScheme(encrypted)
        .cookieForceSecure(encrypted)
        .pkceRequired()
        .stateSecret(stateSecret(secret))
        .end()
        .build();
  }

  /** The same on all replicas, and long enough for Quarkus however short the client's secret is. */
  private static String stateSecret(String secret) {
    return HexFormat.of().formatHex(Secrets.hash("talkgate state " + secret).getBytes());
  }
}
