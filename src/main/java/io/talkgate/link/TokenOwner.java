package io.talkgate.link;

import java.util.UUID;

/** Whose token a webhook call came with. */
public sealed interface TokenOwner {

  /** A live token of a link that is PENDING, REJECTED or APPROVED. */
  record Live(UUID brandId, UUID linkId) implements TokenOwner {}

  /**
   * A token that was live once: its link is revoked, or it was replaced and its overlap is over.
   */
  record Dead() implements TokenOwner {}

  /** The service's own call by its public URL: answered 200, and nothing else. */
  record Canary() implements TokenOwner {}

  /** No token of ours. */
  record Unknown() implements TokenOwner {}

  /**
   * Nobody can tell: the database cannot be asked and has not spoken of this token before.
   *
   * @param hash SHA-256 of the token, to be asked for later
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Unresolved(byte[] hash) implements TokenOwner {}
}
