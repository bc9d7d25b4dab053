package io.talkgate.talktalk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the send API is and how long we wait for it (contract §6). */
@ConfigMapping(prefix = "talkgate")
interface SendApiConfig {
  /** The name of {@link #sendApiUrl}, for reading it at the first call. */
  String URL_NAME = "talkgate.send-api-url";

  /** NAVER's host; the simulator's in demo. */
  @WithDefault("https://gw.talk.naver.com")
  URI sendApiUrl();

  /** For a whole call. NAVER takes up to 8 s [86]. */
  @WithDefault("15s")
  Duration sendApiTimeout();

  /** For the connection alone. */
  @WithDefault("3s")
  Duration sendApiConnectTimeout();
}
