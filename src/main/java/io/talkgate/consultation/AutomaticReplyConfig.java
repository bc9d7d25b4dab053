package io.talkgate.consultation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is said automatically. */
@ConfigMapping(prefix = "talkgate")
interface AutomaticReplyConfig {

  /**
   * {@code TALKGATE_AUTOMATIC_REPLIES_PER_HOUR}: automatic messages that one customer gets within
   * any hour. More than a conversation has occasions for; where another robot answers each of them
   * it ends there.
   */
  @WithDefault("10")
  int automaticRepliesPerHour();
}
