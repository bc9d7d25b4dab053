package io.talkgate.link;

import io.smallrye.mutiny.Uni;

/** Finds the link of a webhook call. */
public interface WebhookTokens {

  /**
   * Whose token this is. The token itself is compared in constant time and kept nowhere. While the
   * database is away the answer comes from memory, or is {@link TokenOwner.Unresolved}.
   */
  Uni<TokenOwner> ownerOf(String token);

  /** Whose token has this hash; fails while the database is away. */
  Uni<TokenOwner> ownerOfHash(byte[] hash);
}
