package io.talkgate.link;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that was live when the database was asked last.
 *
 * @param expiresAt when its overlap ends; null while it is in use
 * @param verifiedAt when the database was asked; the epoch for what an earlier run left
 */
record KnownToken(UUID brandId, UUID linkId, @Nullable Instant expiresAt, Instant verifiedAt) {

  TokenOwner ownerAt(Instant now) {
    boolean expired = expiresAt != null && !now.isBefore(expiresAt);
    return expired ? new TokenOwner.Dead() : new TokenOwner.Live(brandId, linkId);
  }
}
