package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Verifies user names and passwords, for HTTP Basic as for the login form. */
@ApplicationScoped
class Logins {
  private final Accounts accounts;
  private final Passwords passwords;
  private final VerifiedLogins recent;

  Logins(Accounts accounts, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.recent = new VerifiedLogins(clock);
  }

  /** Whose login it is; empty, after the same time, if the name or the password is wrong. */
  Uni<Optional<Account>> verify(String username, String password) {
    return accounts
        .find(username)
        .chain(
            found ->
                found
                    .map(account -> verify(account, password))
                    .orElseGet(
                        () -> passwords.matchesNobody(password).replaceWith(Optional.empty())));
  }

  private Uni<Optional<Account>> verify(Account account, String password) {
    if (recent.contains(account.username(), password, account.passwordHash())) {
      return Uni.createFrom().item(Optional.of(account));
    }
    return passwords
        .matches(password, account.passwordHash())
        .map(matches -> matches ? verified(account, password) : Optional.empty());
  }

  private Optional<Account> verified(Account account, String password) {
    recent.add(account.username(), password, account.passwordHash());
    return Optional.of(account);
  }
}
