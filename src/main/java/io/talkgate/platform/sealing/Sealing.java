package io.talkgate.platform.sealing;

import com.google.crypto.tink.Aead;
import io.talkgate.platform.StartRefused;
import io.talkgate.platform.TalkGateConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals values with authenticated encryption (Tink AEAD). What a value belongs to goes in as {@link
 * Owner associated data}, so that a sealed value copied to another row does not open there.
 */
@Singleton
public class Sealing {
  private final Aead aead;
  private final SealingKey key;

  @Inject
  Sealing(SealingConfig config, TalkGateConfig talkGate) {
    this(keySet(config, talkGate));
  }

  Sealing(String keySet) {
    this.aead = aead(keySet);
    this.key = SealingKey.of(KeySets.parse(keySet));
  }

  /** The key that seals; others of the set only open. */
  SealingKey key() {
    return key;
  }

  /** Seals bytes for their owner. */
  public byte[] seal(byte[] plain, Owner owner) {
    try {
      return aead.encrypt(plain, owner.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed for " + owner.column(), e);
    }
  }

  /** Seals a text for its owner. */
  public byte[] seal(String plain, Owner owner) {
    return seal(plain.getBytes(StandardCharsets.UTF_8), owner);
  }

  /**
   * Opens what {@link #seal} made for the same owner.
   *
   * @throws IllegalStateException if it was made for another owner or with a key that is not in the
   *     key set
   */
  public byte[] open(byte[] sealed, Owner owner) {
    try {
      return aead.decrypt(sealed, owner.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot open a sealed value of "
              + owner.column()
              + "; was TALKGATE_ENCRYPTION_KEY replaced?");
    }
  }

  /** Opens a sealed text, as {@link #open}. */
  public String openText(byte[] sealed, Owner owner) {
    return new String(open(sealed, owner), StandardCharsets.UTF_8);
  }

  private static String keySet(SealingConfig config, TalkGateConfig talkGate) {
    return config
        .encryptionKey()
        .orElseGet(
            () -> {
              if (!talkGate.demo()) {
                throw new StartRefused("TALKGATE_ENCRYPTION_KEY is not set");
              }
              return KeySets.kept(talkGate.dataDir());
            });
  }

  static Aead aead(String keySet) {
    try {
      return KeySets.parse(keySet).getPrimitive(KeySets.CIPHERS, Aead.class);
    } catch (GeneralSecurityException e) {
      throw new StartRefused("TALKGATE_ENCRYPTION_KEY holds no usable AEAD key");
    }
  }
}
