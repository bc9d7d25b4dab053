package io.talkgate.subscription.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether Kafka is told; where it is says {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "talkgate.kafka")
interface KafkaFeedConfig {
  /** Off unless somebody wants it. */
  @WithDefault("false")
  boolean enabled();
}
