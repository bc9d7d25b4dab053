package io.talkgate.access;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Makes of a caller what Quarkus knows callers by, however they have logged in. */
final class Identities {
  /** Where the identity holds the caller. */
  static final String CALLER = "talkgate.caller";

  private Identities() {}

  static QuarkusSecurityIdentity.Builder of(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.memberId().toString()))
        .addRoles(caller.role().includedNames())
        .addAttribute(CALLER, caller);
  }
}
