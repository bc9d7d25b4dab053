package io.talkgate.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.talkgate.consultation.DueConsultations;
import io.talkgate.testing.SettableClock;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contract §1: what happens to consultations by the clock, with their link, and with a blocked
 * customer.
 */
@QuarkusTest
class ByTheClockTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Inject SettableClock clock;
  @Inject DueConsultations due;

  private Shop shop;
  private String linkId;
  private String user;

  @BeforeEach
  void openShop() {
    shop = Shop.open();
    linkId = shop.approvedLink();
    user = shop.customer();
  }

  @Test
  void aVisitWithoutAWordClosesAfterAnHour() {
    shop.event(user, Map.of("event", "open")).then().body("status", equalTo(200));
    String id = shop.newestConsultation();

    clock.advance(Duration.ofMinutes(59));
    settle();
    state(id, "OPENED", null);

    clock.advance(Duration.ofMinutes(2));
    settle();
    state(id, "CLOSED", "NO_MESSAGE");
  }

  @Test
  void aVisitThatWasRepeatedHasItsHourAnew() {
    shop.event(user, Map.of("event", "open"));
    clock.advance(Duration.ofMinutes(40));
    shop.event(user, Map.of("event", "open"));
    clock.advance(Duration.ofMinutes(40));
    settle();

    state(shop.newestConsultation(), "OPENED", null);
  }

  @Test
  void whatWaitsNeverClosesByThisRule() {
    shop.writes(user, "hello");
    clock.advance(Duration.ofHours(5));
    settle();

    state(shop.newestConsultation(), "WAITING", null);
  }

  @Test
  void aHoldEndsAtItsTime() {
    shop.writes(user, "hello");
    String id = shop.newestConsultation();
    shop.as("agent").post("/api/v1/consultations/{id}/assign", id).then().statusCode(200);
    shop.as("agent")
        .body(Map.of("until", clock.instant().plus(Duration.ofHours(2)).toString()))
        .post("/api/v1/consultations/{id}/hold", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("ON_HOLD"));

    clock.advance(Duration.ofMinutes(119));
    settle();
    state(id, "ON_HOLD", null);

    clock.advance(Duration.ofMinutes(2));
    settle();
    state(id, "IN_PROGRESS", null);
  }

  @Test
  void revokingTheLinkClosesWhatIsOpen() {
    shop.writes(user, "hello");
    String id = shop.newestConsultation();

    shop.as("owner").post("/api/v1/links/{id}/revoke", linkId).then().statusCode(200);

    state(id, "CLOSED", "LINK_REVOKED");
  }

  @Test
  void blockingClosesWhatIsOpenAndKeepsWhatComes() {
    shop.writes(user, "hello");
    String id = shop.newestConsultation();
    String customer =
        shop.as("agent").get("/api/v1/consultations/{id}", id).then().extract().path("customer.id");

    shop.as("agent")
        .post("/api/v1/customers/{id}/block", customer)
        .then()
        .statusCode(200)
        .body("blocked", equalTo(true));
    state(id, "CLOSED", "BLOCKED");

    shop.writes(user, "are you there?");
    shop.as("agent").get("/api/v1/consultations").then().body("items", hasSize(1));
    shop.as("agent")
        .get("/api/v1/customers/{id}/messages", customer)
        .then()
        .body("items.content.text", hasItem("are you there?"))
        .body("items[1].consultationId", nullValue());
    shop.as("agent")
        .post("/api/v1/consultations/{id}/reopen", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("CUSTOMER_BLOCKED"));

    shop.as("agent")
        .post("/api/v1/customers/{id}/unblock", customer)
        .then()
        .statusCode(200)
        .body("blocked", equalTo(false));
    shop.writes(user, "again");
    shop.as("agent").get("/api/v1/consultations?status=WAITING").then().body("items", hasSize(1));
  }

  @Test
  void historyTellsEveryStepAndWhoDidIt() {
    shop.writes(user, "hello");
    String id = shop.newestConsultation();
    shop.as("agent").post("/api/v1/consultations/{id}/assign", id).then().statusCode(200);
    shop.as("agent").post("/api/v1/consultations/{id}/close", id).then().statusCode(200);

    var history =
        shop.as("manager").get("/api/v1/consultations/{id}/history", id).then().statusCode(200);

    history.body("items.action", equalTo(List.of("WAITED", "ASSIGNED", "CLOSED")));
    assertEquals(shop.memberId("agent"), history.extract().path("items[2].actor.id"));
  }

  @Test
  void handoverMovesTheThreadAndARefusalSaysWhy() {
    shop.writes(user, "hello");
    String id = shop.newestConsultation();
    shop.as("agent")
        .body(Map.of("to", "PARTNER_CENTER"))
        .post("/api/v1/consultations/{id}/handover", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("HANDOVER_OFF"));

    given()
        .contentType(ContentType.JSON)
        .body(Map.of("handover", true))
        .patch("/simulator/api/accounts/{id}", shop.accountId())
        .then()
        .statusCode(200);
    shop.as("agent")
        .body(Map.of("to", "PARTNER_CENTER"))
        .post("/api/v1/consultations/{id}/handover", id)
        .then()
        .statusCode(200)
        .body("thread", equalTo("PARTNER_CENTER"));
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", "mine")))
        .post("/api/v1/consultations/{id}/messages", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("THREAD_HELD"));
    shop.as("agent")
        .body(Map.of("on", true))
        .post("/api/v1/consultations/{id}/typing", id)
        .then()
        .statusCode(200);
  }

  private void settle() {
    due.settle().await().atMost(LIMIT);
  }

  private void state(String id, String status, @Nullable String reason) {
    shop.as("agent")
        .get("/api/v1/consultations/{id}", id)
        .then()
        .body("status", equalTo(status))
        .body("closeReason", equalTo(reason));
  }
}
