package io.talkgate.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer writes, an agent answers, NAVER takes it. */
@QuarkusTest
class MainJobTest {
  private Shop shop;

  @BeforeEach
  void openShop() {
    shop = Shop.open();
  }

  @Test
  void aCustomerWritesAnAgentAnswersNaverConfirms() {
    shop.approvedLink();
    String user = shop.customer();

    shop.event(user, Map.of("event", "open", "options", Map.of("inflow", "list", "from", "ad")));
    shop.writes(user, "재고 있나요? 😀");

    String id = shop.newestConsultation();
    shop.as("agent")
        .get("/api/v1/consultations/{id}", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("WAITING"))
        .body("thread", equalTo("TALKGATE"))
        .body("customer.user", equalTo(user))
        .body("inflow.from", equalTo("ad"))
        .body("unreadCount", equalTo(1))
        .body("lastMessage.content.text", equalTo("재고 있나요? 😀"));

    String messageId = reply(id, "네, 있습니다.");
    assertEquals("CONFIRMED", Eventually.get(() -> delivery(id, messageId), "CONFIRMED"::equals));

    shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", id)
        .then()
        .body("items.content.text", contains("재고 있나요? 😀", "네, 있습니다."))
        .body("items.author.type", contains("CUSTOMER", "AGENT"))
        .body("items[1].delivery.status", equalTo("CONFIRMED"));
    shop.as("agent")
        .get("/api/v1/consultations/{id}", id)
        .then()
        .body("status", equalTo("IN_PROGRESS"))
        .body("assignee.id", equalTo(shop.memberId("agent")));
    given()
        .get("/simulator/api/accounts/{id}/customers/{user}/transcript", shop.accountId(), user)
        .then()
        .statusCode(200)
        .body("toString()", containsString("네, 있습니다."));
  }

  @Test
  void eventsOfAPendingLinkAreAppliedAtItsApprovalInOrder() {
    String linkId = shop.createLink();
    shop.requestApproval(linkId);
    String user = shop.customer();
    shop.event(user, Map.of("event", "open")).then().body("status", equalTo(200));
    for (int i = 1; i <= 5; i++) {
      shop.writes(user, "message " + i);
    }
    shop.as("agent").get("/api/v1/consultations").then().body("items", hasSize(0));

    shop.approve(linkId);

    shop.as("agent")
        .get("/api/v1/consultations")
        .then()
        .body("items", hasSize(1))
        .body("items[0].status", equalTo("WAITING"));
    shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", shop.newestConsultation())
        .then()
        .body(
            "items.content.text",
            contains("message 1", "message 2", "message 3", "message 4", "message 5"));
  }

  @Test
  void peopleAtPartnerCenterAreShownWithTheirNickname() {
    shop.approvedLink();
    String user = shop.customer();
    shop.writes(user, "hello");
    String id = shop.newestConsultation();

    given()
        .contentType(ContentType.JSON)
        .body(Map.of("text", "I am at Partner Center", "nickname", "Lee"))
        .post(
            "/simulator/api/accounts/{id}/customers/{user}/partner-center/messages",
            shop.accountId(),
            user)
        .then()
        .statusCode(200);

    Eventually.get(() -> messages(id).size(), size -> size == 2);
    shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", id)
        .then()
        .body("items[1].author.type", equalTo("PARTNER_AGENT"))
        .body("items[1].author.name", equalTo("Lee"));
    shop.as("agent")
        .get("/api/v1/consultations/{id}", id)
        .then()
        .body("status", equalTo("IN_PROGRESS"));
  }

  @Test
  void aRefusalOfNaverIsShownWithItsCodeAndWords() {
    shop.approvedLink();
    String user = shop.customer();
    shop.writes(user, "hello");
    String id = shop.newestConsultation();
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("resultCode", "02", "resultMessage", "필수값 누락"))
        .put("/simulator/api/accounts/{id}/faults", shop.accountId())
        .then()
        .statusCode(200);

    String messageId = reply(id, "answer");

    assertEquals("FAILED", Eventually.get(() -> delivery(id, messageId), "FAILED"::equals));
    shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", id)
        .then()
        .body("items[1].delivery.resultCode", equalTo("02"))
        .body("items[1].delivery.reason", equalTo("네이버가 메시지를 읽지 못했거나 필수 항목이 빠졌습니다. (필수값 누락)"));
  }

  @Test
  void theSendApiKeyIsInNoAnswer() {
    String linkId = shop.approvedLink();

    for (String path : List.of("/api/v1/links", "/api/v1/links/" + linkId)) {
      shop.as("owner")
          .get(path)
          .then()
          .statusCode(200)
          .body("toString()", not(containsString(shop.sendApiKey())));
    }
  }

  @Test
  void whatWasClosedStartsAnewWhenTheCustomerWritesAgain() {
    shop.approvedLink();
    String user = shop.customer();
    shop.writes(user, "first");
    String first = shop.newestConsultation();
    shop.as("agent")
        .body(Map.of("category", "stock", "note", "done"))
        .post("/api/v1/consultations/{id}/close", first)
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("closeReason", equalTo("AGENT"))
        .body("category", equalTo("stock"))
        .body("closedAt", notNullValue());

    shop.writes(user, "second");

    shop.as("agent")
        .get("/api/v1/consultations?status=WAITING")
        .then()
        .body("items", hasSize(1))
        .body("items[0].closedAt", nullValue());
    shop.as("agent")
        .post("/api/v1/consultations/{id}/reopen", first)
        .then()
        .statusCode(409)
        .body("code", equalTo("CUSTOMER_HAS_OPEN_CONSULTATION"));
    shop.as("agent")
        .get("/api/v1/consultations/{id}/notes", first)
        .then()
        .body("items.text", contains("done"));
  }

  private String reply(String id, String text) {
    return shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", text)))
        .post("/api/v1/consultations/{id}/messages", id)
        .then()
        .statusCode(202)
        .body("delivery.status", notNullValue())
        .extract()
        .path("id");
  }

  private String delivery(String id, String messageId) {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", id)
        .then()
        .extract()
        .path("items.find { it.id == '" + messageId + "' }.delivery.status");
  }

  private List<?> messages(String id) {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", id)
        .then()
        .extract()
        .path("items");
  }
}
