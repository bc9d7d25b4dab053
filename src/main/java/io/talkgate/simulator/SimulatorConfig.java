package io.talkgate.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Configuration {@code talkgate.simulator.*}. */
@ConfigMapping(prefix = "talkgate.simulator")
interface SimulatorConfig {
  /** Whether the simulator is there at all. Demo and dev switch it on; production never. */
  @WithDefault("false")
  boolean enabled();

  /** Where {@code simulator.json} is kept. */
  @WithDefault("${talkgate.data-dir:./data}")
  Path dataDirectory();

  /**
   * Failed webhook calls within an hour that block an account, as NAVER does silently (protocol
   * §2).
   */
  @WithDefault("5")
  int failuresUntilBlock();
}
