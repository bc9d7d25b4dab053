package io.talkgate.rules;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.SettableClock;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 8, 3: presence, capacity, and what comes back. */
@QuarkusTest
class AssignmentTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject Distributor distributor;
  @Inject DeskClock rules;
  @Inject SettableClock clock;

  private Desk desk;

  @BeforeEach
  void aDesk() {
    desk = new Desk();
  }

  @Test
  void nobodyIsGivenAnythingByHand() {
    mode("MANUAL", null);
    is("agent", "ONLINE");
    String id = desk.writes("hello");
    distribute();

    assertNull(desk.of(id, "assignee"));
  }

  @Test
  void whatWaitsIsGivenToWhoeverComes() {
    mode("AUTOMATIC", null);
    String id = desk.writes("hello");
    distribute();
    assertNull(desk.of(id, "assignee"));

    is("agent", "ONLINE").body("open", equalTo(1)).body("state", equalTo("ONLINE"));

    assertEquals(desk.shop.memberId("agent"), desk.of(id, "assignee.id"));
    assertEquals("WAITING", desk.of(id, "status"));
    List<String> actions =
        desk.shop
            .as("agent")
            .get("/api/v1/consultations/{id}/history", id)
            .then()
            .extract()
            .path("items.action");
    assertEquals(true, actions.contains("ASSIGNED"), actions.toString());
  }

  @Test
  void whoeverIsAwayOrSilentForTooLongGetsNothing() {
    mode("AUTOMATIC", null);
    is("agent", "AWAY");
    String id = desk.writes("hello");
    distribute();
    assertNull(desk.of(id, "assignee"));

    is("manager", "ONLINE");
    assertNotNull(desk.of(id, "assignee"));
    desk.call(id, "close");
    clock.advance(Duration.ofSeconds(91));
    String later = desk.writes("hello again");
    distribute();
    assertNull(desk.of(later, "assignee"));
    presence("manager").body("state", equalTo("OFFLINE"));
  }

  @Test
  void theCapacityIsTheAgentsOwnWhereThereIsOne() {
    mode("AUTOMATIC", null);
    capacity(0).statusCode(200).body("capacity", equalTo(0));
    is("agent", "ONLINE");
    String id = desk.writes("hello");
    distribute();
    assertNull(desk.of(id, "assignee"));

    capacity(1).statusCode(200);
    distribute();
    assertNotNull(desk.of(id, "assignee"));
  }

  @Test
  void whatIsNotAnsweredGoesBackToEverybody() {
    mode("HYBRID", 5);
    is("agent", "ONLINE");
    String id = desk.writes("hello");
    distribute();
    clock.advance(Duration.ofMinutes(4));
    is("agent", "ONLINE");
    assertNotNull(desk.of(id, "assignee"));

    clock.advance(Duration.ofSeconds(61));
    is("agent", "ONLINE");
    distribute();
    assertNull(desk.of(id, "assignee"));
  }

  @Test
  void whatWasAnsweredStays() {
    mode("HYBRID", 5);
    is("agent", "ONLINE");
    String id = desk.writes("hello");
    distribute();
    desk.answers(id, "answer");
    clock.advance(Duration.ofMinutes(30));
    distribute();

    assertEquals(desk.shop.memberId("agent"), desk.of(id, "assignee.id"));
  }

  @Test
  void whatAnAgentLeavesUnansweredGoesToAnother() {
    mode("AUTOMATIC", null);
    is("agent", "ONLINE");
    String id = desk.writes("hello");
    distribute();
    clock.advance(Duration.ofMinutes(4));
    is("manager", "ONLINE");

    assertEquals(desk.shop.memberId("manager"), desk.of(id, "assignee.id"));
  }

  @Test
  void saysThatAllAreBusyAndHowManyAreBefore() {
    desk.set(
        new JsonObject()
            .put("assignment", assignment("AUTOMATIC", null))
            .put(
                "messages",
                new JsonObject().put("busy", new JsonObject().put("text", "You are {queue}."))));
    String other = desk.shop.customer();
    desk.shop.writes(other, "I was first");
    String id = desk.writes("hello");
    clock.advance(Duration.ofSeconds(6));
    rules.speak().await().atMost(LIMIT);
    rules.speak().await().atMost(LIMIT);

    assertEquals(List.of("You are 2."), desk.said(id));
  }

  @Test
  void whoeverIsServedHearsNothingOfAQueue() {
    desk.set(
        new JsonObject()
            .put("assignment", assignment("AUTOMATIC", null))
            .put(
                "messages",
                new JsonObject().put("busy", new JsonObject().put("text", "You are {queue}."))));
    is("agent", "ONLINE");
    String id = desk.writes("hello");
    clock.advance(Duration.ofSeconds(6));
    rules.speak().await().atMost(LIMIT);

    assertEquals(List.of(), desk.said(id));
  }

  @Test
  void onlyManagersSayHowManyAndOnlyOfTheirAgents() {
    desk.shop
        .as("agent")
        .body(Map.of("capacity", 3))
        .put("/api/v1/presence/{id}", desk.shop.memberId("agent"))
        .then()
        .statusCode(403);
    new Desk()
        .shop
        .as("manager")
        .body(Map.of("capacity", 3))
        .put("/api/v1/presence/{id}", desk.shop.memberId("agent"))
        .then()
        .statusCode(404);
    desk.shop
        .as("observer")
        .body(Map.of("state", "ONLINE"))
        .put("/api/v1/presence")
        .then()
        .statusCode(403);
  }

  private void distribute() {
    distributor.distribute().await().atMost(LIMIT);
  }

  private void mode(String mode, @Nullable Integer returnMinutes) {
    desk.set(new JsonObject().put("assignment", assignment(mode, returnMinutes)));
  }

  private static JsonObject assignment(String mode, @Nullable Integer returnMinutes) {
    return new JsonObject()
        .put("mode", mode)
        .put("order", "FEWEST_OPEN")
        .put("lastAgentFirst", true)
        .put("capacity", 3)
        .put("returnMinutes", returnMinutes);
  }

  private ValidatableResponse is(String role, String state) {
    return desk.shop
        .as(role)
        .body(Map.of("state", state))
        .put("/api/v1/presence")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse presence(String role) {
    return desk.shop
        .as("observer")
        .get("/api/v1/presence")
        .then()
        .statusCode(200)
        .rootPath("items.find { it.memberId == '" + desk.shop.memberId(role) + "' }");
  }

  private ValidatableResponse capacity(int capacity) {
    return desk.shop
        .as("manager")
        .body(Map.of("capacity", capacity))
        .put("/api/v1/presence/{id}", desk.shop.memberId("agent"))
        .then();
  }
}
