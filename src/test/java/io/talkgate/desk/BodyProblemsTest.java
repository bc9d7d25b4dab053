package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static io.talkgate.desk.ProblemAssert.english;
import static io.talkgate.desk.ProblemAssert.post;
import static io.talkgate.desk.ProblemAssert.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §3: bodies that do not fit, and the digest of those that do. */
@QuarkusTest
class BodyProblemsTest {
  private static final String PROBE = "/api/v1/probe";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"text":"ok","until":"morgen"}                       | until             | RFC 3339
          {"text":"ok","until":12345}                          | until             | RFC 3339
          {"text":"ok","until":"+99999-01-01T00:00:00Z"}       | until             | RFC 3339
          {"text":12}                                          | text              | string
          {"text":["a"]}                                       | text              | string
          {"text":"ok","on":"true"}                            | on                | boolean
          {"text":"ok","on":1}                                 | on                | boolean
          {"text":"ok","count":"7"}                            | count             | number
          {"text":"ok","count":1.5}                            | count             | number
          {"text":"ok","code":"NONSENSE"}                      | code              | VALIDATION
          {"text":"ok","code":3}                               | code              | VALIDATION
          {"text":"ok","id":"12"}                              | id                | UUID
          {"text":"ok","tags":"a"}                             | tags              | array
          {"text":"ok","tags":["a",{}]}                        | tags[1]           | string
          {"text":"ok","shape":"x"}                            | shape.type        | required
          {"text":"ok","shape":{}}                             | shape.type        | required
          {"text":"ok","shape":{"type":"STAR"}}                | shape.type        | DOT, GROUP
          {"text":"ok","shape":{"type":"DOT","size":1}}        | shape.size        | not a field
          {"text":"ok","shape":{"type":"GROUP","dots":[{"title":[]}]}} | shape.dots[0].title | string
          {"text":"ok","txet":1}                               | txet              | not a field
          {"text":"a\\u0000"}                                  | text              | U+0000
          {"text":"\\ud83d"}                                   | text              | U+0000
          {"text":"ok","shape":{"type":"DOT","title":"\\udc00"}} | shape.title     | U+0000
          {"text":"longer"}                                    | text              | 5
          {"text":null}                                        | text              | null
          {}                                                   | text              | null
          {"text":"ok","tags":["a","b","c"]}                   | tags              | 2
          {"text":"ok","tags":["a","bcde"]}                    | tags[1]           | 3
          {"text":"ok","tags":[null]}                          | tags[0]           | null
          {"text":"ok","shape":{"type":"DOT","title":"1234"}}  | shape.title       | 3
          {"text":"ok","shape":{"type":"GROUP","dots":[{},{"title":"1234"}]}} | shape.dots[1].title | 3
          {"text":                                             | body              | line 1
          {"text":"ok"} x                                      | body              | line 1
          {"text":"ok"}{"text":"ok"}                           | body              | line 1
          {"text":"ok","text":"ok"}                            | body              | twice
          {'text':'ok'}                                        | body              | line 1, column 2
          ["text"]                                             | body              | object
          "text"                                               | body              | object
          7                                                    | body              | object
          null                                                 | body              |
          """)
  void aBodyThatDoesNotFitNamesTheField(String body, String field, @Nullable String words) {
    problem(post(PROBE, body), 400, "VALIDATION")
        .body("errors", hasSize(1))
        .body("errors[0].field", is(field))
        .body("errors[0].message", containsString(words == null ? "" : words));
  }

  @Test
  void everyWrongFieldIsNamed() {
    problem(post(PROBE, "{\"text\":\"\",\"tags\":[\"a\",\"bcde\"]}"), 400, "VALIDATION")
        .body("errors.field", contains("tags[1]", "text"));
  }

  @Test
  void messagesOfBeanValidationAreKoreanWithoutAcceptLanguage() {
    problem(given().contentType("application/json").body("{}").post(PROBE), 400, "VALIDATION")
        .body("errors[0].message", is("널이어서는 안됩니다"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n"})
  void aMissingBodyIsRefusedWhereOneIsNeeded(String body) {
    problem(post(PROBE, body), 400, "VALIDATION").body("errors.field", contains("body"));
  }

  @Test
  void aMissingBodyIsFineWhereAllIsOptional() throws Exception {
    assertEquals(200, RawHttp.postNothing(PROBE + "/optional").status());
    given().contentType("application/json").post(PROBE + "/optional").then().statusCode(200);
    given().contentType("text/plain").post(PROBE + "/optional").then().statusCode(200);
    post(PROBE + "/optional", "").then().statusCode(200);
    post(PROBE + "/optional", "{\"text\":\"ok\"}").then().statusCode(200).body(is("\"some\""));
  }

  @Test
  void bytesThatAreNotUtf8AreMalformedJson() {
    byte[] latin1 = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xE4, '"', '}'};
    problem(english().contentType("application/json").body(latin1).post(PROBE), 400, "VALIDATION")
        .body("errors.field", contains("body"));
  }

  @Test
  void jsonThatIsNestedWithoutEndIsMalformedJson() {
    problem(post(PROBE, "{\"shape\":" + "[".repeat(5000)), 400, "VALIDATION");
  }

  @Test
  void aBodyThatIsNotJsonIsAnUnsupportedMediaType() {
    problem(
        given()
            .config(
                RestAssured.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
            .contentType("text/plain")
            .body("hello")
            .post(PROBE),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    assertEquals(413, RawHttp.announce(PROBE, 2L << 20).status());
    assertEquals("application/problem+json", RawHttp.announce(PROBE, 2L << 20).contentType());
    assertEquals("application/problem+json", RawHttp.chunked(PROBE, 2 << 20).contentType());
    assertEquals(413, RawHttp.chunked(PROBE, 20 << 20).status());
  }

  @Test
  void theKeyOfACallStandsForMethodPathAndBody() {
    List<String> first = key("k", "{\"text\":\"a\"}");
    assertEquals(first, key("k", "{\"text\":\"a\"}"));
    assertNotEquals(first, key("k", "{\"text\":\"b\"}"));
    assertNotEquals(first, key("k", "{\"text\":\"a\" }"));
    assertEquals("k", first.get(0));
    assertEquals(64, first.get(1).length());
  }

  @Test
  void aCallWithoutKeyHasNone() {
    post(PROBE + "/key", "{\"text\":\"a\"}").then().statusCode(200).body("", empty());
  }

  @Test
  void aKeyThatIsTooLongIsRefused() {
    problem(
            english()
                .contentType("application/json")
                .header("Idempotency-Key", "k".repeat(129))
                .body("{\"text\":\"a\"}")
                .post(PROBE + "/key"),
            400,
            "VALIDATION")
        .body("errors.field", contains("Idempotency-Key"));
    assertEquals(2, key("k".repeat(128), "{\"text\":\"a\"}").size());
  }

  private static List<String> key(String key, String body) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post(PROBE + "/key")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("", String.class);
  }
}
