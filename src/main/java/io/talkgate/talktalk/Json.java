package io.talkgate.talktalk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The mapper for NAVER's JSON, apart from the application's own so that nobody's settings change
 * the wire. Jackson's default read limits stay: depth 1,000, strings of 20 million characters (a
 * body has at most 10 MiB), numbers of 1,000 digits. Beside them a limit of tokens, since a tree of
 * 10 MiB of empty arrays takes 300 MB; the largest composite that NAVER allows (protocol §3) has
 * about 5,000.
 */
final class Json {
  private static final long MAX_TOKENS = 20_000;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** For walking over tokens without keeping them: a text that is asked for must be short. */
  static final JsonFactory GLANCES =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxTokenCount(MAX_TOKENS)
                  .maxStringLength(1_000)
                  .build())
          .build();

  private Json() {}
}
