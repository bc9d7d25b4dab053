package io.talkgate.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Logs members in by HTTP Basic (contract §4, embedded default). */
@ApplicationScoped
class PasswordLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  private final Logins logins;

  PasswordLogin(Logins logins) {
    this.logins = logins;
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    return logins
        .verify(request.getUsername(), new String(request.getPassword().getPassword()))
        .map(
            found ->
                found
                    .map(account -> Identities.of(account.caller()).build())
                    .orElseThrow(AuthenticationFailedException::new));
  }
}
