package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/** Finds the link of a webhook call. */
public interface WebhookTokens {

  /**
   * Whose token this is. The token itself is compared in constant time and kept nowhere. While the
   * database is away the answer comes from memory, or is {@link TokenOwner.Unresolved}.
   */
  Uni<TokenOwner> ownerOf(String token);

  /** Whether it is the service's own, with which nothing can be done. */
  boolean isCanary(String token);

  /**
   * Whose tokens have these hashes, asked at once; fails while the database is away.
   *
   * @return an owner for each of the hashes, {@link TokenOwner.Unknown} where it is nobody's
   */
  Uni<Map<ByteBuffer, TokenOwner>> ownersOfHashes(Set<ByteBuffer> hashes);
}
