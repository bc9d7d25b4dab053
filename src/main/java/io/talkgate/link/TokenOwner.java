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

  /** No token of ours. */
  record Unknown() implements TokenOwner {}
}
