package io.talkgate.link;

import io.talkgate.platform.sealing.SealedColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What of the links is sealed. */
@Singleton
class SealedLinkColumns {
  static final SealedColumn SEND_API_KEY = new SealedColumn("links", "send_api_key");
  static final SealedColumn TOKEN = new SealedColumn("webhook_tokens", "token");

  @Produces
  @Singleton
  static SealedColumn sendApiKey() {
    return SEND_API_KEY;
  }

  @Produces
  @Singleton
  static SealedColumn token() {
    return TOKEN;
  }
}
