package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §3, {@code /consultations/{id}/…}: what agents do, over HTTP. */
@QuarkusTest
class ConsultationCallsTest {
  private static final String ONE = "/api/v1/consultations/{id}";
  private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

  private Shop shop;
  private String user;
  private String id;

  @BeforeEach
  void aCustomerHasWritten() {
    shop = Shop.open();
    shop.approvedLink();
    user = shop.customer();
    shop.writes(user, "hello");
    id = shop.newestConsultation();
  }

  @Test
  void aConsultationIsShownAsTheContractHasIt() {
    shop.as("observer")
        .get(ONE, id)
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("brandId", equalTo(shop.brandId()))
        .body("customer.user", equalTo(user))
        .body("customer.friend", is(false))
        .body("customer.containsKey('nickname')", is(false))
        .body("status", equalTo("WAITING"))
        .body("thread", equalTo("TALKGATE"))
        .body("tags", hasSize(0))
        .body("containsKey('assignee')", is(false))
        .body("containsKey('closedAt')", is(false))
        .body("lastMessage.content.type", equalTo("TEXT"))
        .body("lastMessage.direction", equalTo("INBOUND"))
        .body("lastMessage.author.type", equalTo("CUSTOMER"))
        .body("lastMessage.containsKey('delivery')", is(false))
        .body("openedAt", endsWith("Z"))
        .body("possiblyMissing", is(false));
  }

  @ParameterizedTest
  @CsvSource({
    "read, 403, 200",
    "assign, 403, 200",
    "unassign, 403, 200",
    "hold, 403, 200",
    "close, 403, 200"
  })
  void agentsMoveAndObserversDoNot(String call, int observer, int agent) {
    shop.as("observer").post(ONE + "/" + call, id).then().statusCode(observer);
    shop.as("agent").post(ONE + "/" + call, id).then().statusCode(agent).body("id", equalTo(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read",
        "assign",
        "unassign",
        "transfer",
        "hold",
        "resume",
        "close",
        "reopen",
        "typing",
        "profile-request",
        "handover",
        "notes",
        "messages"
      })
  void operatorsReadNoConversationAndChangeNone(String call) {
    Shop.operator()
        .body(Map.of())
        .post(ONE + "/" + call, id)
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post(ONE + "/" + call, id)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("basic"))
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/messages", "/notes", "/history"})
  void whatIsReadIsOfTheBrandAlone(String part) {
    shop.as("observer").get(ONE + part, id).then().statusCode(200);
    Shop.open().as("owner").get(ONE + part, id).then().statusCode(404);
    Shop.operator().get(ONE + part, id).then().statusCode(403);
    shop.as("observer").get(ONE + part, NOTHING).then().statusCode(404);
    shop.as("observer").get(ONE + part, "not-an-id").then().statusCode(404);
  }

  @Test
  void anotherBrandsConsultationIsNotFoundAndStays() {
    var stranger = Shop.open();
    stranger.as("agent").post(ONE + "/close", id).then().statusCode(404);
    stranger
        .as("agent")
        .body(Map.of("text", "mine"))
        .post(ONE + "/notes", id)
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    stranger
        .as("agent")
        .body(Map.of("tags", List.of("mine")))
        .put(ONE + "/tags", id)
        .then()
        .statusCode(404);
    shop.as("agent")
        .get(ONE, id)
        .then()
        .body("status", equalTo("WAITING"))
        .body("tags", hasSize(0));
  }

  @Test
  void anEmptyBodyAssignsTheCaller() {
    shop.as("agent")
        .post(ONE + "/assign", id)
        .then()
        .statusCode(200)
        .body("assignee.id", equalTo(shop.memberId("agent")))
        .body("status", equalTo("WAITING"));
    shop.as("manager")
        .body("{}")
        .post(ONE + "/assign", id)
        .then()
        .body("assignee.id", equalTo(shop.memberId("manager")));
    shop.as("agent")
        .post(ONE + "/unassign", id)
        .then()
        .statusCode(200)
        .body("containsKey('assignee')", is(false));
  }

  @Test
  void onlyAgentsOfTheBrandCanBeAssigned() {
    String another = Shop.open().memberId("agent");
    for (String assignee : List.of(shop.memberId("observer"), another, NOTHING)) {
      invalid(body(Map.of("assigneeId", assignee)).post(ONE + "/assign", id).then(), "assigneeId");
      invalid(
          body(Map.of("assigneeId", assignee)).post(ONE + "/transfer", id).then(), "assigneeId");
    }
    invalid(body(Map.of("assigneId", NOTHING)).post(ONE + "/assign", id).then(), "assigneId");
    invalid(body(Map.of()).post(ONE + "/transfer", id).then(), "assigneeId");
    invalid(shop.as("agent").post(ONE + "/transfer", id).then(), "body");
  }

  @Test
  void aTransferLeavesItsNote() {
    body(Map.of("assigneeId", shop.memberId("manager"), "note", "yours"))
        .post(ONE + "/transfer", id)
        .then()
        .statusCode(200)
        .body("assignee.id", equalTo(shop.memberId("manager")));
    shop.as("agent")
        .get(ONE + "/notes", id)
        .then()
        .body("items.text", equalTo(List.of("yours")))
        .body("items[0].consultationId", equalTo(id));
    shop.as("observer")
        .get(ONE + "/history", id)
        .then()
        .body("items[-1].action", equalTo("TRANSFERRED"))
        .body("items[-1].actor.id", equalTo(shop.memberId("agent")))
        .body("items[-1].assignee.id", equalTo(shop.memberId("manager")));
  }

  @Test
  void aHoldEndsInTheFuture() {
    invalid(
        body(Map.of("until", Instant.now().minusSeconds(5).toString()))
            .post(ONE + "/hold", id)
            .then(),
        "until");
    invalid(body(Map.of("until", "tomorrow")).post(ONE + "/hold", id).then(), "until");
    body(Map.of("until", "2999-01-01T00:00:00+09:00"))
        .post(ONE + "/hold", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("ON_HOLD"))
        .body("heldUntil", equalTo("2998-12-31T15:00:00Z"));
    shop.as("agent")
        .post(ONE + "/hold", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("CONSULTATION_STATE"));
    shop.as("agent").post(ONE + "/resume", id).then().body("status", equalTo("WAITING"));
  }

  @Test
  void whatIsClosedIsReopenedForTheCaller() {
    invalid(body(Map.of("category", "x".repeat(51))).post(ONE + "/close", id).then(), "category");
    invalid(body(Map.of("note", "x".repeat(2001))).post(ONE + "/close", id).then(), "note");
    body(Map.of("category", "😀".repeat(50)))
        .post(ONE + "/close", id)
        .then()
        .statusCode(200)
        .body("closeReason", equalTo("AGENT"));
    body(Map.of("content", Map.of("type", "TEXT", "text", "late")))
        .post(ONE + "/messages", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("CONSULTATION_STATE"))
        .body("detail", containsString("CLOSED"));
    shop.as("manager")
        .post(ONE + "/reopen", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_PROGRESS"))
        .body("assignee.id", equalTo(shop.memberId("manager")))
        .body("containsKey('closedAt')", is(false));
  }

  @Test
  void readingSetsTheUnreadCountToZero() {
    shop.as("agent").get(ONE, id).then().body("unreadCount", is(1));
    shop.as("agent").post(ONE + "/read", id).then().statusCode(200).body("unreadCount", is(0));
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
        body(Map.of("content", content)).post(ONE + "/messages", id).then(),
        "content.compositeList[0].title");
    String longest = "😀".repeat(10_000);
    body(Map.of("content", Map.of("type", "TEXT", "text", longest)))
        .post(ONE + "/messages", id)
        .then()
        .statusCode(202)
        .body("content.text", equalTo(longest));
    invalid(
        body(Map.of("content", Map.of("type", "TEXT", "text", longest + "a")))
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
  void notesAreAddedOncePerKeyAndListedOldestFirst() {
    String first = note("1", "first").statusCode(201).extract().path("id");
    note("1", "first").statusCode(201).body("id", equalTo(first));
    note("1", "other").statusCode(422);
    note("2", "second").statusCode(201).body("author.id", equalTo(shop.memberId("agent")));
    shop.as("observer")
        .get(ONE + "/notes", id)
        .then()
        .body("items.text", equalTo(List.of("first", "second")))
        .body("nextCursor", nullValue());
    shop.as("observer").body(Map.of("text", "x")).post(ONE + "/notes", id).then().statusCode(403);
  }

  @Test
  void aNoteHas1To2000Characters() {
    note("a", "").statusCode(400);
    note("b", " ").statusCode(400);
    note("c", "😀".repeat(2000)).statusCode(201);
    invalid(note("d", "x".repeat(2001)), "text");
  }

  @Test
  void tagsAreReplaced() {
    tags(List.of("a", "b")).statusCode(200).body("tags", equalTo(List.of("a", "b")));
    tags(List.of("c")).body("tags", equalTo(List.of("c")));
    tags(List.of()).body("tags", hasSize(0));
    tags(IntStream.range(0, 20).mapToObj(i -> "t" + i).toList()).statusCode(200);
    invalid(tags(IntStream.range(0, 21).mapToObj(i -> "t" + i).toList()), "tags");
    invalid(tags(List.of("a", "a")), "tags");
    invalid(tags(List.of("a", "x".repeat(31))), "tags[1]");
    invalid(tags(List.of("")), "tags[0]");
    invalid(tags(Collections.singletonList(null)), "tags[0]");
    invalid(body(Map.of()).put(ONE + "/tags", id).then(), "tags");
  }

  @Test
  void naverIsAskedAtOnce() {
    body(Map.of("on", true)).post(ONE + "/typing", id).then().statusCode(200);
    invalid(body(Map.of()).post(ONE + "/typing", id).then(), "on");
    body(Map.of("field", "NICKNAME", "agreements", List.of("CELLPHONE")))
        .post(ONE + "/profile-request", id)
        .then()
        .statusCode(200);
    invalid(body(Map.of("field", "SHOE_SIZE")).post(ONE + "/profile-request", id).then(), "field");
    invalid(
        body(Map.of("field", "NICKNAME", "agreements", Collections.nCopies(11, "CELLPHONE")))
            .post(ONE + "/profile-request", id)
            .then(),
        "agreements");
    invalid(body(Map.of("to", "ME")).post(ONE + "/handover", id).then(), "to");
  }

  @Test
  void messagesComeInPagesInBothOrders() {
    for (int i = 2; i <= 5; i++) {
      shop.writes(user, "m" + i);
    }
    assertEquals(List.of("hello", "m2", "m3", "m4", "m5"), walk(""));
    assertEquals(List.of("m5", "m4", "m3", "m2", "hello"), walk("&order=desc"));
    invalid(shop.as("agent").get(ONE + "/messages?order=up", id).then(), "order");
  }

  private List<String> walk(String order) {
    List<String> texts = new ArrayList<>();
    @Nullable String cursor = "";
    while (cursor != null) {
      var page =
          shop.as("agent")
              .get(ONE + "/messages?limit=2" + order + cursor, id)
              .then()
              .statusCode(200)
              .extract();
      texts.addAll(page.<List<String>>path("items.content.text"));
      String next = page.path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return texts;
  }

  private RequestSpecification body(Map<String, ?> body) {
    return shop.as("agent").body(body);
  }

  private ValidatableResponse reply(String key, String text) {
    return body(Map.of("content", Map.of("type", "TEXT", "text", text)))
        .header("Idempotency-Key", key)
        .post(ONE + "/messages", id)
        .then();
  }

  private ValidatableResponse note(String key, String text) {
    return body(Map.of("text", text))
        .header("Idempotency-Key", key)
        .post(ONE + "/notes", id)
        .then();
  }

  private ValidatableResponse tags(List<String> tags) {
    return body(Map.of("tags", tags)).put(ONE + "/tags", id).then();
  }

  private static void invalid(ValidatableResponse response, String field) {
    response
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("VALIDATION"))
        .body("errors.field", equalTo(List.of(field)))
        .body("errors[0].message", notNullValue());
  }
}
