package io.talkgate.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.http.Origins;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import jakarta.inject.Singleton;

/** Logs members in by HTTP Basic (contract §4, embedded default). */
@Singleton
class PasswordLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  private final Logins logins;
  private final Origins origins;

  PasswordLogin(Logins logins, Origins origins) {
    this.logins = logins;
    this.origins = origins;
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    LoginAttempt attempt =
        new LoginAttempt(
            request.getUsername(),
            new String(request.getPassword().getPassword()),
            origins.network(HttpSecurityUtils.getRoutingContextAttribute(request).request()));
    return logins
        .verify(attempt)
        .map(
            login ->
                login.fold(
                    account -> Identities.of(account.caller()).build(), PasswordLogin::refuse));
  }

  private static SecurityIdentity refuse(Refusal refusal) {
    throw refusal.code() == ErrorCode.UNAUTHENTICATED
        ? new AuthenticationFailedException()
        : new RefusedException(refusal);
  }
}
