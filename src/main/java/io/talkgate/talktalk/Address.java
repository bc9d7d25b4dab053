package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * A customer's address as NAVER tells it in a profile event (protocol §2). Personal data.
 *
 * @param roadAddr the road name address
 * @param detAddr the rest of it
 * @param zipNo the postal code
 * @param rnMgtSn the number of the road name
 * @param latitude degrees
 * @param longitude degrees
 */
public record Address(
    @Nullable String roadAddr,
    @Nullable String detAddr,
    @Nullable String zipNo,
    @Nullable String rnMgtSn,
    @Nullable Double latitude,
    @Nullable Double longitude) {

  @Override
  public String toString() {
    return "Address[]";
  }
}
