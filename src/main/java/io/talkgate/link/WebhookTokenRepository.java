package io.talkgate.link;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads and writes {@code webhook_tokens}. */
@ApplicationScoped
class WebhookTokenRepository implements PanacheRepositoryBase<WebhookTokenEntity, UUID> {

  /** The tokens in use of these links. */
  Uni<List<WebhookTokenEntity>> inUse(List<UUID> linkIds) {
    return list("linkId in ?1 and expiresAt is null", linkIds);
  }

  /** Ends the time of the token in use; those replaced earlier keep theirs. */
  Uni<Integer> expireInUse(LinkEntity link, Instant at) {
    return update(
        "expiresAt = ?1 where brandId = ?2 and linkId = ?3 and expiresAt is null",
        at,
        link.brandId(),
        link.id());
  }

  /** Kills all tokens of a link. */
  Uni<Integer> expireAll(LinkEntity link, Instant now) {
    return update(
        "expiresAt = ?1 where brandId = ?2 and linkId = ?3 and (expiresAt is null or expiresAt > ?1)",
        now,
        link.brandId(),
        link.id());
  }
}
