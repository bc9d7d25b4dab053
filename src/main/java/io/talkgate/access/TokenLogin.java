package io.talkgate.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes members of those whose token quarkus-oidc has verified. The roles that it finds in a token
 * itself do not count: what they mean here is for the configuration to say.
 */
@Singleton
class TokenLogin implements SecurityIdentityAugmentor {
  private final TokenClaims claims;
  private final TokenMembers members;

  TokenLogin(TokenClaims claims, TokenMembers members) {
    this.claims = claims;
    this.members = members;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    return claims
        .read(token)
        .map(members::caller)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(caller -> of(identity, caller));
  }

  /** Without a caller it is somebody who may do nothing. */
  private static SecurityIdentity of(SecurityIdentity verified, Optional<Caller> caller) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(verified.getPrincipal())
            .addCredentials(verified.getCredentials())
            .addAttributes(verified.getAttributes());
    caller.ifPresent(
        member ->
            identity
                .addRoles(member.role().includedNames())
                .addAttribute(Identities.CALLER, member));
    return identity.build();
  }
}
