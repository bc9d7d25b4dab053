package io.talkgate.platform.sealing;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.util.Bytes;
import io.talkgate.platform.StartRefused;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A key of a key set as its number, which Tink writes in front of everything that the key seals.
 */
record SealingKey(int id) {
  private static final byte TINK = 1;
  private static final UUID NOBODY = new UUID(0, 0);

  /** The one that seals. */
  static SealingKey of(KeysetHandle keySet) {
    for (int i = 0; i < keySet.size(); i++) {
      requireNumber(keySet.getAt(i));
    }
    return new SealingKey(keySet.getPrimary().getId());
  }

  /** What everything sealed with it begins with. */
  byte[] prefix() {
    return ByteBuffer.allocate(1 + Integer.BYTES).put(TINK).putInt(id).array();
  }

  /** What its proof in the database belongs to. */
  Owner owner() {
    return new Owner(NOBODY, new UUID(0, id), "encryption_keys.proof");
  }

  private static void requireNumber(KeysetHandle.Entry entry) {
    if (entry.getKey() instanceof AeadKey key
        && key.getOutputPrefix().equals(Bytes.copyFrom(new SealingKey(entry.getId()).prefix()))) {
      return;
    }
    throw new StartRefused(
        "TALKGATE_ENCRYPTION_KEY holds a key that does not number what it seals (outputPrefixType"
            + " is not TINK), so that it could never be replaced");
  }
}
