package io.talkgate.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Logs members in by user name and password (contract §4, embedded default). */
@ApplicationScoped
class PasswordLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  private final Accounts accounts;
  private final Passwords passwords;
  private final VerifiedLogins recent;

  PasswordLogin(Accounts accounts, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.recent = new VerifiedLogins(clock);
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    String password = new String(request.getPassword().getPassword());
    return accounts
        .find(request.getUsername())
        .chain(
            found ->
                found
                    .map(account -> logIn(account, password))
                    .orElseGet(() -> passwords.matchesNobody(password).chain(no -> refused())));
  }

  private Uni<SecurityIdentity> logIn(Account account, String password) {
    if (recent.contains(account.username(), password, account.passwordHash())) {
      return Uni.createFrom().item(identity(account));
    }
    return passwords
        .matches(password, account.passwordHash())
        .chain(matches -> matches ? verified(account, password) : refused());
  }

  private Uni<SecurityIdentity> verified(Account account, String password) {
    recent.add(account.username(), password, account.passwordHash());
    return Uni.createFrom().item(identity(account));
  }

  private static Uni<SecurityIdentity> refused() {
    return Uni.createFrom().failure(new AuthenticationFailedException());
  }

  private static SecurityIdentity identity(Account account) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(account.username()))
        .addRoles(account.caller().role().includedNames())
        .addAttribute(IdentityCaller.ATTRIBUTE, account.caller())
        .build();
  }
}
