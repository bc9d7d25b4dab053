package io.talkgate.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long browsers stay logged in. */
@ConfigMapping(prefix = "talkgate.session")
interface SessionConfig {

  /** From the login on, whatever happens. */
  @WithDefault("12h")
  Duration lifetime();

  /** Without any call. */
  @WithDefault("1h")
  Duration idle();
}
