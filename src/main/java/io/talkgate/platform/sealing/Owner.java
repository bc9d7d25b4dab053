package io.talkgate.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a sealed value belongs to.
 *
 * @param brandId the brand
 * @param rowId the row within the brand
 * @param column table and column, such as {@code links.send_api_key}
 */
public record Owner(UUID brandId, UUID rowId, String column) {

  byte[] associatedData() {
    return (brandId + "/" + rowId + "/" + column).getBytes(StandardCharsets.UTF_8);
  }
}
