package io.talkgate.talktalk;

/**
 * The key of NAVER's send API, opaque (protocol §1: never derive anything from its form). It shows
 * itself to nobody.
 *
 * @param value goes verbatim into the header Authorization
 */
public record SendApiKey(String value) {

  @Override
  public String toString() {
    return "SendApiKey[redacted]";
  }
}
