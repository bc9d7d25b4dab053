package io.talkgate.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The browser's session in which the call that is being served is made. */
@Singleton
public class CurrentSession {
  static final String ATTRIBUTE = "talkgate.session";

  private final CurrentIdentityAssociation identities;

  CurrentSession(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  /** Empty if nobody is logged in, or by other means than a browser's session. */
  public Uni<Optional<BrowserSession>> find() {
    return identities.getDeferredIdentity().map(CurrentSession::of);
  }

  private static Optional<BrowserSession> of(SecurityIdentity identity) {
    return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
  }
}
