package io.talkgate.subscription;

import io.talkgate.platform.sealing.SealedColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What of the subscriptions is sealed. */
@Singleton
class SealedSubscriptionColumns {
  static final SealedColumn SECRET = new SealedColumn("subscriptions", "secret");

  @Produces
  @Singleton
  static SealedColumn secret() {
    return SECRET;
  }
}
