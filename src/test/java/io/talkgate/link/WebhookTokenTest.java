package io.talkgate.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §1: a token has 32 random bytes. Rules: secrets show themselves to nobody. */
class WebhookTokenTest {

  @Test
  void aTokenHas32BytesInBase64url() {
    assertEquals(32, Base64.getUrlDecoder().decode(WebhookToken.random().value()).length);
  }

  @Test
  void twoTokensDiffer() {
    assertNotEquals(WebhookToken.random(), WebhookToken.random());
  }

  @Test
  void whatIsParsedHashesAsWhatWasMade() {
    WebhookToken token = WebhookToken.random();

    assertArrayEquals(token.hash(), WebhookToken.parse(token.value()).orElseThrow().hash());
  }

  @Test
  void aTokenHidesItself() {
    WebhookToken token = WebhookToken.random();

    assertFalse(token.toString().contains(token.value()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "9mUeNfVv0W1yJdPq4sK7xR2tZ5bC8gH3aL6oE0iTwY",
        "9mUeNfVv0W1yJdPq4sK7xR2tZ5bC8gH3aL6oE0iTwYs=",
        "9mUeNfVv0W1yJdPq4sK7xR2tZ5bC8gH3aL6oE0iTw+/",
        "9mUeNfVv0W1yJdPq4sK7xR2tZ5bC8gH3aL6oE0iTwY\n"
      })
  void whatCannotBeATokenIsNone(String text) {
    assertTrue(WebhookToken.parse(text).isEmpty());
  }
}
