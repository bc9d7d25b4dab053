package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;

/** Verifies user names and passwords, for HTTP Basic as for the login form. */
@Singleton
class Logins {
  private final Accounts accounts;
  private final Passwords passwords;
  private final LoginThrottle throttle;
  private final LoginMetrics metrics;
  private final VerifiedLogins recent;

  /** A client that makes many calls at once logs in once. */
  private final SharedWork<ByteBuffer, Result<Account>> underWay = new SharedWork<>();

  Logins(
      Accounts accounts,
      Passwords passwords,
      LoginThrottle throttle,
      LoginMetrics metrics,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.metrics = metrics;
    this.recent = new VerifiedLogins(clock);
  }

  /**
   * Whose login it is.
   *
   * @return refused with UNAUTHENTICATED, after the same time whether the name or the password is
   *     wrong, and with LOGIN_THROTTLED
   */
  Uni<Result<Account>> verify(LoginAttempt attempt) {
    return accounts
        .find(attempt.username())
        .chain(
            found ->
                found
                    .filter(account -> recent.contains(attempt, account.passwordHash()))
                    .map(account -> Uni.createFrom().item(Result.done(account)))
                    .orElseGet(
                        () ->
                            underWay.join(
                                recent.digest(attempt), () -> verifyOnce(attempt, found))));
  }

  private Uni<Result<Account>> verifyOnce(LoginAttempt attempt, Optional<Account> account) {
    return throttle
        .admit(attempt)
        .chain(admitted -> admitted ? check(attempt, account) : refused(ErrorCode.LOGIN_THROTTLED))
        .invoke(metrics::count);
  }

  private Uni<Result<Account>> check(LoginAttempt attempt, Optional<Account> account) {
    return account
        .map(known -> passwords.matches(attempt.password(), known.passwordHash()))
        .orElseGet(() -> passwords.matchesNobody(attempt.password()))
        .chain(
            matches ->
                matches
                    ? verified(attempt, account.orElseThrow())
                    : refused(ErrorCode.UNAUTHENTICATED));
  }

  private Uni<Result<Account>> verified(LoginAttempt attempt, Account account) {
    recent.add(attempt, account.passwordHash());
    return throttle.forgive(attempt).replaceWith(() -> Result.done(account));
  }

  private static Uni<Result<Account>> refused(ErrorCode code) {
    return Uni.createFrom().item(Result.refused(code));
  }
}
