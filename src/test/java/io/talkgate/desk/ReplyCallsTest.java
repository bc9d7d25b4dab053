package io.talkgate.desk;

import static io.talkgate.desk.WrittenConsultation.invalid;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.Shop;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §3, {@code /consultations/{id}/…}: how agents reach customers. */
@QuarkusTest
class ReplyCallsTest {
  private static final String ONE = "/api/v1/consultations/{id}";
  private WrittenConsultation written;
  private Shop shop;
  private String user;
  private String id;

  @BeforeEach
  void aCustomerHasWritten() {
    written = new WrittenConsultation();
    shop = written.shop;
    user = written.user;
    id = written.id;
  }

  @Test
  void aReplyIsQueuedOncePerKey() {
    var first = reply("key", "answer").statusCode(202).body("delivery.status", notNullValue());
    String message = first.extract().path("id");
    reply("key", "answer").statusCode(202).body("id", equalTo(message));
    reply("key", "another").statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    reply("k".repeat(129), "answer").statusCode(400);
    shop.as("agent").get(ONE + "/messages", id).then().body("items", hasSize(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                              | content
          {"content":null}                                                | content
          {"content":"hello"}                                             | content.type
          {"content":{"text":"hello"}}                                    | content.type
          {"content":{"type":"VIDEO"}}                                    | content.type
          {"content":{"type":"FILE","downloadUrl":"x"}}                   | content.type
          {"content":{"type":"TEXT"}}                                     | content.text
          {"content":{"type":"TEXT","text":""}}                           | content.text
          {"content":{"type":"TEXT","text":7}}                            | content.text
          {"content":{"type":"TEXT","text":"a\\u0000"}}                   | content.text
          {"content":{"type":"TEXT","text":"a","inputType":"button"}}     | content.inputType
          {"content":{"type":"TEXT","text":"a"},"notification":"yes"}     | notification
          {"content":{"type":"TEXT","text":"a"},"notify":true}            | notify
          {"content":{"type":"IMAGE","imageUrl":"ftp://a/b.png"}}         | content.imageUrl
          {"content":{"type":"COMPOSITE","compositeList":[]}}             | content.compositeList
          {"content":{"type":"COMPOSITE","compositeList":[{"title":[],"description":"d"}]}} | content.compositeList[0].title
          {"content":{"type":"PRODUCT","ids":[1],"displayType":"SINGLE"}} | content.displayType
          """)
  void aReplyThatDoesNotFitNamesTheField(String body, String field) {
    invalid(shop.as("agent").body(body).post(ONE + "/messages", id).then(), field);
  }

  @Test
  void theLimitsOfNaverAreCheckedAtTheCallWithThePath() {
    Map<String, ?> card = Map.of("title", "t".repeat(201), "description", "d");
    Map<String, ?> content = Map.of("type", "COMPOSITE", "compositeList", List.of(card));
    invalid(
        written.body(Map.of("content", content)).post(ONE + "/messages", id).then(),
        "content.compositeList[0].title");
    String longest = "😀".repeat(10_000);
    written
        .body(Map.of("content", Map.of("type", "TEXT", "text", longest)))
        .post(ONE + "/messages", id)
        .then()
        .statusCode(202)
        .body("content.text", equalTo(longest));
    invalid(
        written
            .body(Map.of("content", Map.of("type", "TEXT", "text", longest + "a")))
            .post(ONE + "/messages", id)
            .then(),
        "content.text");
  }

  @Test
  void aThreadHeldByPartnerCenterTakesNoReply() {
    shop.event(
            user,
            Map.of(
                "event",
                "send",
                "standby",
                true,
                "textContent",
                Map.of("text", "hi", "inputType", "typing")))
        .then()
        .statusCode(200);
    reply("held", "answer").statusCode(409).body("code", equalTo("THREAD_HELD"));
  }

  @Test
  void naverIsAskedAtOnce() {
    written.body(Map.of("on", true)).post(ONE + "/typing", id).then().statusCode(200);
    invalid(written.body(Map.of()).post(ONE + "/typing", id).then(), "on");
    written
        .body(Map.of("field", "NICKNAME", "agreements", List.of("CELLPHONE")))
        .post(ONE + "/profile-request", id)
        .then()
        .statusCode(200);
    invalid(
        written.body(Map.of("field", "SHOE_SIZE")).post(ONE + "/profile-request", id).then(),
        "field");
    invalid(
        written
            .body(Map.of("field", "NICKNAME", "agreements", Collections.nCopies(11, "CELLPHONE")))
            .post(ONE + "/profile-request", id)
            .then(),
        "agreements");
    invalid(written.body(Map.of("to", "ME")).post(ONE + "/handover", id).then(), "to");
  }

  private ValidatableResponse reply(String key, String text) {
    return written
        .body(Map.of("content", Map.of("type", "TEXT", "text", text)))
        .header("Idempotency-Key", key)
        .post(ONE + "/messages", id)
        .then();
  }
}
