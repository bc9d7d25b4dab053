package io.talkgate.platform.sealing;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Configuration of sealing (contract §6). */
@ConfigMapping(prefix = "talkgate")
interface SealingConfig {

  /**
   * {@code TALKGATE_ENCRYPTION_KEY}: a Tink AEAD key set in JSON, or the same in Base64. Generated
   * into the data directory where the service runs as a demo and none is given.
   */
  Optional<String> encryptionKey();
}
