package io.talkgate.platform.sealing;

import com.google.crypto.tink.KeysetHandle;
import io.talkgate.platform.StartRefused;
import java.security.GeneralSecurityException;

/**
 * The steps of a rotation. The keys of a set stand in the order in which they came: what stands
 * before the primary one is old, what stands after it waits to be promoted.
 */
final class KeyRotation {
  private KeyRotation() {}

  /**
   * The set with a new key that opens and does not seal yet: first every replica has to know it.
   */
  static String add(String keySet) {
    KeysetHandle handle = KeySets.parse(keySet);
    return changed(
        handle,
        builder ->
            builder.addEntry(KeysetHandle.importKey(KeySets.newHandle().getPrimary().getKey())));
  }

  /** The set with its newest key as the one that seals. */
  static String promote(String keySet) {
    KeysetHandle handle = KeySets.parse(keySet);
    int newest = handle.size() - 1;
    if (handle.getAt(newest).isPrimary()) {
      throw new StartRefused(
          "the key set's newest key seals already; add one with: add-encryption-key");
    }
    return changed(handle, builder -> builder.getAt(newest).makePrimary());
  }

  /** The set without the keys that are older than the one that seals. */
  static String retire(String keySet) {
    KeysetHandle handle = KeySets.parse(keySet);
    int primary = 0;
    while (!handle.getAt(primary).isPrimary()) {
      primary++;
    }
    if (primary == 0) {
      throw new StartRefused("the key set has no key older than the one that seals");
    }
    int older = primary;
    return changed(
        handle,
        builder -> {
          for (int i = 0; i < older; i++) {
            builder.deleteAt(0);
          }
        });
  }

  private static String changed(KeysetHandle handle, Change change) {
    try {
      KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
      change.make(builder);
      return KeySets.text(builder.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot change the key set", e);
    }
  }

  private interface Change {
    void make(KeysetHandle.Builder builder) throws GeneralSecurityException;
  }
}
