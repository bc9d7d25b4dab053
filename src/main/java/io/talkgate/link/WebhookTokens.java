package io.talkgate.link;

import io.smallrye.mutiny.Uni;

/** Finds the link of a webhook call. */
public interface WebhookTokens {

  /** Whose token this is. The token itself is compared in constant time and kept nowhere. */
  Uni<TokenOwner> ownerOf(String token);
}
