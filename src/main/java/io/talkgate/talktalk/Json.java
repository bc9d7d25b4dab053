package io.talkgate.talktalk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The mapper for NAVER's JSON, apart from the application's own so that nobody's settings change
 * the wire. Jackson's default read limits stay: depth 1,000, strings of 20 million characters (a
 * body has at most 10 MiB), numbers of 1,000 digits.
 */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}
}
