package io.talkgate.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.List;
import java.util.Map;

/** With an issuer that calls roles by names of its own. */
public final class Issuer implements QuarkusTestProfile {
  static final String NAME = "https://server.example.com";
  public static final String BRAND = "01900000-0000-7000-8000-000000000001";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.oidc.auth-server-url", "${keycloak.url}/realms/quarkus",
        "quarkus.oidc.client-id", "https://id.server.example.com",
        "quarkus.oidc.credentials.secret", "short",
        "talkgate.oidc.roles-claim", "groups",
        "talkgate.oidc.brand-claim", "talkgate/brand",
        "talkgate.oidc.brand", BRAND,
        "talkgate.oidc.role-names.owner", "tg-owners,admin",
        "talkgate.oidc.role-names.agent", "tg-agents",
        "talkgate.oidc.role-names.operator", "tg-operators");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(OidcWiremockTestResource.class));
  }
}
