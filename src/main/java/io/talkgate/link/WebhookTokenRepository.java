package io.talkgate.link;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads and writes {@code webhook_tokens}. */
@Singleton
class WebhookTokenRepository implements PanacheRepositoryBase<WebhookTokenEntity, UUID> {

  /** The tokens in use of these links. */
  Uni<List<WebhookTokenEntity>> inUse(List<UUID> linkIds) {
    return list("linkId in ?1 and expiresAt is null", linkIds);
  }

  /** The tokens of a link that are not dead: the one in use and those that overlap with it. */
  Uni<List<WebhookTokenEntity>> live(LinkEntity link, Instant now) {
    return list(
        "brandId = ?1 and linkId = ?2 and (expiresAt is null or expiresAt > ?3)",
        link.brandId(),
        link.id(),
        now);
  }
}
