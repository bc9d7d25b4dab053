package io.talkgate.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What callers of the API and the pages may take. */
@ConfigMapping(prefix = "talkgate.http")
interface HttpLimits {

  /** {@code TALKGATE_HTTP_BODY_DEADLINE}: how long a call's body may take to come. */
  @WithDefault("30s")
  Duration bodyDeadline();
}
