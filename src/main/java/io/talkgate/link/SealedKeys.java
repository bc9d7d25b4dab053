package io.talkgate.link;

import io.talkgate.platform.sealing.Owner;
import io.talkgate.platform.sealing.Sealing;
import io.talkgate.talktalk.SendApiKey;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Seals send-API keys for their links. */
@Singleton
class SealedKeys {
  private static final int HINT_LENGTH = 4;

  private final Sealing sealing;

  SealedKeys(Sealing sealing) {
    this.sealing = sealing;
  }

  byte[] seal(SendApiKey key, UUID brandId, UUID linkId) {
    return sealing.seal(key.value(), owner(brandId, linkId));
  }

  SendApiKey open(byte[] sealed, UUID brandId, UUID linkId) {
    return new SendApiKey(sealing.openText(sealed, owner(brandId, linkId)));
  }

  /** The last characters, by which people tell keys apart: at most half of a short one. */
  static String hint(SendApiKey key) {
    String value = key.value();
    return value.substring(value.length() - Math.min(HINT_LENGTH, value.length() / 2));
  }

  private static Owner owner(UUID brandId, UUID linkId) {
    return SealedLinkColumns.SEND_API_KEY.owner(brandId, linkId);
  }
}
