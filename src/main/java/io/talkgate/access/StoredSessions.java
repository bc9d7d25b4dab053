package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The sessions in the database. */
@Singleton
class StoredSessions implements Sessions {
  private final Logins logins;
  private final SessionRows rows;

  StoredSessions(Logins logins, SessionRows rows) {
    this.logins = logins;
    this.rows = rows;
  }

  @Override
  public Uni<Result<BrowserSession>> begin(LoginAttempt attempt) {
    return logins
        .verify(attempt)
        .chain(
            login ->
                login.fold(
                    account -> beginFor(account.caller()).map(Result::done),
                    refusal -> Uni.createFrom().item(Result.refused(refusal))));
  }

  @Override
  public Uni<Void> end(BrowserSession session) {
    return rows.delete(session.id());
  }

  /** The session of a cookie; empty if it has ended or never was. */
  Uni<Optional<BrowserSession>> find(String id) {
    // Nothing that is no id is worth asking the database for.
    if (id.length() != Secrets.LENGTH) {
      return Uni.createFrom().item(Optional.empty());
    }
    return rows.find(id).map(found -> found.map(caller -> new BrowserSession(id, caller)));
  }

  @Override
  public Uni<BrowserSession> beginFor(Caller caller) {
    BrowserSession session = new BrowserSession(Secrets.random(), caller);
    return rows.insert(session).replaceWith(session);
  }
}
