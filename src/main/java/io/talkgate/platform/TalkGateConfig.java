package io.talkgate.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What concerns the whole service (contract §6). */
@ConfigMapping(prefix = "talkgate")
public interface TalkGateConfig {

  /**
   * {@code TALKGATE_DATA_DIR}: where the embedded database, the generated key set and the spool
   * live.
   */
  Path dataDir();

  /**
   * True in the profiles demo, dev and test: an embedded database starts unless one is given,
   * missing keys are generated, and demo accounts are seeded. Never true in production.
   */
  @WithDefault("false")
  boolean demo();
}
