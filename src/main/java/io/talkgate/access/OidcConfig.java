package io.talkgate.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What tokens of an OpenID issuer say of members. */
@ConfigMapping(prefix = "talkgate.oidc")
interface OidcConfig {

  /** The claim with the names of roles; a path with slashes, as {@code realm_access/roles}. */
  @WithDefault("roles")
  String rolesClaim();

  /** The claim with the brand's id, a path too. */
  @WithDefault("brand")
  String brandClaim();

  /** The brand of tokens that have no such claim. */
  Optional<UUID> brand();

  /** What the issuer calls the roles; their own names if it says nothing. */
  RoleNames roleNames();

  /** The issuer's names of each role. */
  interface RoleNames {
    /** Of 관찰자. */
    @WithDefault(Role.OBSERVER_NAME)
    List<String> observer();

    /** Of 상담사. */
    @WithDefault(Role.AGENT_NAME)
    List<String> agent();

    /** Of 관리자. */
    @WithDefault(Role.MANAGER_NAME)
    List<String> manager();

    /** Of 최고 관리자. */
    @WithDefault(Role.OWNER_NAME)
    List<String> owner();

    /** Of 플랫폼 운영자. */
    @WithDefault(Role.OPERATOR_NAME)
    List<String> operator();
  }
}
