package io.talkgate.desk.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The stream's limits. */
@ConfigMapping(prefix = "talkgate.stream")
interface StreamConfig {
  /** Streams that one member may have at a time. */
  @WithDefault("10")
  int perMember();

  /** Streams of all members that this process serves at a time. */
  @WithDefault("2000")
  int inAll();

  /** What waits for one client at most; one that is slower is cut off and resumes. */
  @WithDefault("10000")
  int waiting();

  /** How often a comment is sent, so that proxies see life, and the client gets its position. */
  @WithDefault("15s")
  Duration heartbeat();

  /** How often it is asked whether the member may still be told. */
  @WithDefault("30s")
  Duration recheck();

  /** How long changes are kept: how long a client may be away and still resume. */
  @WithDefault("1h")
  Duration keep();
}
