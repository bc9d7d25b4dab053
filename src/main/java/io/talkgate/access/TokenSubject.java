package io.talkgate.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a verified token speaks of.
 *
 * @param issuer who says so
 * @param subject the issuer's name for the person, the same for ever
 * @param name as others see the person
 * @param brandId null for an operator
 */
record TokenSubject(String issuer, String subject, String name, Role role, @Nullable UUID brandId) {

  /** What the user names of members of an issuer begin with. */
  static final String USERNAMES = "oidc:";

  /** No name of a built-in member has a colon, so none can be taken for this one's. */
  String username() {
    return USERNAMES + (brandId == null ? Role.OPERATOR_NAME : brandId) + ":" + subject;
  }
}
