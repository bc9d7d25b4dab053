package io.talkgate.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 6: the raw view masks personal data. */
class MaskedBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "010-1234-5678",
        "01012345678",
        "010 1234 5678",
        "010.1234.5678",
        "(02) 123-4567",
        "+82 10-1234-5678",
        "+82-(0)10-1234-5678",
        "821012345678",
        "0508-1234-5678",
        "０１０－１２３４－５６７８",
        "０１０１２３４５６７８"
      })
  void phoneNumbersAreMaskedWhateverTheirForm(String phone) {
    assertEquals("{\"text\":\"call *** now\"}", masked("{\"text\":\"call " + phone + " now\"}"));
    assertEquals("call *** now {", masked("call " + phone + " now {"));
  }

  @Test
  void phoneNumbersAreMaskedInNumbersNamesAndEscapes() {
    assertEquals(
        "{\"a\":[\"***\",\"***\"],\"***\":1}",
        masked("{\"a\":[1012345678,821012345678],\"01012345678\":1}"));
    assertEquals("[\"***\"]", masked("[\"\\u0030\\u0031012345678\"]"));
    assertEquals("[\"***", masked("[\"\\u0030\\u0031012345678"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"send\",\"user\":\"al-2eGuGr5WQOnco1_V-FQ\",\"n\":1712345678901}",
        "{\"at\":\"2026-03-02 01:16\",\"price\":\"39,000\"}",
        "[]",
        "\"x\""
      })
  void whatIsNoPersonalDataStays(String body) {
    assertEquals(body, masked(body));
  }

  @Test
  void ofAProfileOnlyItsResultIsLeft() {
    assertEquals(
        "{\"event\":\"profile\",\"user\":\"u\",\"options\":{\"result\":\"SUCCESS\",\"nickname\":\"***\",\"cellphone\":\"***\",\"address\":\"***\",\"birthday\":\"***\"}}",
        masked(
            "{\"event\":\"profile\",\"user\":\"u\",\"options\":{\"result\":\"SUCCESS\",\"nickname\":\"Minji\",\"cellphone\":\"1\",\"address\":{\"roadAddr\":\"r\"},\"birthday\":\"0302\"}}"));
    assertEquals("{\"x\":{\"Nickname\":\"***\"}}", masked("{\"x\":{\"Nickname\":\"Minji\"}}"));
  }

  @Test
  void ofABrokenProfileOnlyItsFormIsLeft() {
    assertEquals(
        "{\"event\":\"profile\",\"options\":{\"nickname\":\"**\",\"address\":{\"roadAddr\":\"*** **\"",
        masked(
            "{\"event\":\"profile\",\"options\":{\"nickname\":\"민지\",\"address\":{\"roadAddr\":\"세종로 12\""));
  }

  @Test
  void otherEncodingsHideNothing() {
    String profile = "{\"event\":\"profile\",\"options\":{\"nickname\":\"Minji\"}";
    for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, Charset.forName("EUC-KR")}) {
      String whole = MaskedBody.of((profile + "}").getBytes(charset));
      String broken = MaskedBody.of((profile + "민").getBytes(charset));
      assertFalse(whole.contains("Minji"), whole);
      assertFalse(broken.contains("M"), broken);
    }
  }

  @Test
  void aLongBodyIsCut() {
    String masked = masked("\"" + "x".repeat(MaskedBody.MAX_CHARACTERS) + "\"");
    assertTrue(masked.length() < MaskedBody.MAX_CHARACTERS + 100);
    assertTrue(masked.endsWith("[cut: " + (MaskedBody.MAX_CHARACTERS + 2) + " characters]"));
  }

  @Test
  void nothingAtAllIsNothing() {
    assertEquals("", masked(""));
  }

  private static String masked(String body) {
    return MaskedBody.of(body.getBytes(StandardCharsets.UTF_8));
  }
}
