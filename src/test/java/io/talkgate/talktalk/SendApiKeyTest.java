package io.talkgate.talktalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendApiKeyTest {

  @Test
  void theKeyNeverShowsItself() {
    assertEquals("SendApiKey[***]", new SendApiKey("ct_wc8b1i_secret").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\r\nX-Evil: 1", "a\u0000", "\uAC00", " a"})
  void whatCannotBeAHeaderIsRefusedWithoutShowingIt(String value) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new SendApiKey(value)).getMessage();

    assertFalse(SendApiKey.isWellFormed(value));
    assertEquals("not a send-API key: empty or with impossible characters", message);
  }

  @Test
  void keysOfAnyFormAreTaken() {
    assertTrue(SendApiKey.isWellFormed("ct_wc8b1i_secret"));
    assertTrue(SendApiKey.isWellFormed("x/+=~!" + "y".repeat(900)));
  }
}
