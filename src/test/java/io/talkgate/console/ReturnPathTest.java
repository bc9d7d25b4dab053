package io.talkgate.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is sent to another host after the login. */
class ReturnPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/console", "/console/consultations?status=WAITING&q=%EA%B0%80"})
  void aPathOfOursIsKept(String path) {
    assertEquals(path, ReturnPath.of(path));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "/a\\b",
        "https://evil.example",
        "javascript:alert(1)",
        "console",
        "/a\r\nSet-Cookie: a=b",
        "/\t/evil.example",
        "/ a",
        "/가"
      })
  void anythingElseIsTheStartPage(String asked) {
    assertEquals("/", ReturnPath.of(asked));
  }

  @Test
  void aPathHasAnEnd() {
    assertEquals("/", ReturnPath.of("/" + "a".repeat(2000)));
  }
}
