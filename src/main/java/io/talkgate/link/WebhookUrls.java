package io.talkgate.link;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Builds the URLs that are registered at Partner Center (contract §1). */
@Singleton
class WebhookUrls {
  private final Config config;

  WebhookUrls(Config config) {
    this.config = config;
  }

  /** {@code TALKGATE_PUBLIC_URL} is read each time: in tests its port is known late. */
  String of(WebhookToken token) {
    String base = config.getValue("talkgate.public-url", String.class).replaceAll("/+$", "");
    return base + "/webhooks/talktalk/" + token.value();
  }
}
