package io.talkgate.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.talkgate.talktalk.SendApiKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §3: sendApiKeyHint shows the last 4 characters, and of a short key at most half. */
class SealedKeysTest {

  @ParameterizedTest
  @CsvSource({"ct_wc8b1i_abcdefgh, efgh", "12345678, 5678", "1234567, 567", "ab, b", "a, ''"})
  void theHintIsTheKeysEnd(String key, String hint) {
    assertEquals(hint, SealedKeys.hint(new SendApiKey(key)));
  }
}
