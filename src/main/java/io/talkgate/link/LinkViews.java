package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.access.Role;
import io.talkgate.platform.sealing.Sealing;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows links to callers, their webhook URLs to managers and owners only (contract §1). */
@Singleton
class LinkViews {
  private final WebhookTokenRepository tokens;
  private final WebhookUrls urls;
  private final Sealing sealing;

  LinkViews(WebhookTokenRepository tokens, WebhookUrls urls, Sealing sealing) {
    this.tokens = tokens;
    this.urls = urls;
    this.sealing = sealing;
  }

  /** In the session that read the link. */
  Uni<Link> of(Caller caller, LinkEntity link) {
    return webhookUrls(caller, List.of(link)).map(urls -> link.toLink(urls.get(link.id())));
  }

  /** The same for several. */
  Uni<List<Link>> of(Caller caller, List<LinkEntity> links) {
    return webhookUrls(caller, links)
        .map(urls -> links.stream().map(link -> link.toLink(urls.get(link.id()))).toList());
  }

  private Uni<Map<UUID, String>> webhookUrls(Caller caller, List<LinkEntity> links) {
    if (links.isEmpty() || !caller.role().includes(Role.MANAGER)) {
      return Uni.createFrom().item(Map.of());
    }
    return tokens
        .inUse(links.stream().map(LinkEntity::id).toList())
        .map(
            inUse ->
                inUse.stream()
                    .collect(
                        Collectors.toMap(
                            WebhookTokenEntity::linkId, token -> urls.of(token.open(sealing)))));
  }
}
