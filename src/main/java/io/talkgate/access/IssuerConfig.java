package io.talkgate.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;

/** What quarkus-oidc is told of the issuer; each key is empty where there is none. */
@ConfigMapping(prefix = "quarkus.oidc")
interface IssuerConfig {

  /** The issuer's URL; its keys and addresses are found below it. */
  Optional<String> authServerUrl();

  /** As whom the issuer knows us when browsers log in. */
  Optional<String> clientId();

  /** The secret of {@link #clientId()}. */
  @WithName("credentials.secret")
  Optional<String> secret();
}
