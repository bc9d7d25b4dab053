package io.talkgate.process;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo does what the README's tour says. */
@ExtendWith(RunningDemo.class)
class DemoIT {

  @BeforeEach
  void talkToTheDemo(ServiceProcess demo) {
    RestAssured.port = demo.port();
  }

  @Test
  void theLogWarnsOfTheKnownPassword(ServiceProcess demo) {
    assertTrue(
        demo.output().stream()
            .anyMatch(
                line -> line.contains("WARN") && line.contains("anybody may log in as operator")));
  }

  @Test
  void theSimulatorShowsItsPage() {
    given().get("/simulator").then().statusCode(200).contentType(containsString("text/html"));
  }

  @Test
  void aCustomerWritesAnAgentAnswersNaverConfirmsTheAgentCloses() {
    Shop shop = Shop.open();
    String link = shop.createLink();
    String webhook = shop.requestApproval(link);
    shop.approve(link);
    String user = shop.customer();

    shop.writes(user, "through the simulator");
    writesToWebhook(webhook, user, "straight to the webhook");

    String id = shop.newestConsultation();
    answer(shop, id, "an answer");
    assertEquals("CONFIRMED", Eventually.get(() -> lastDelivery(shop, id), "CONFIRMED"::equals));
    shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", id)
        .then()
        .body(
            "items.content.text",
            contains("through the simulator", "straight to the webhook", "an answer"));
    shop.as("agent")
        .post("/api/v1/consultations/{id}/close", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"));
  }

  private static void writesToWebhook(String webhook, String user, String text) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("event", "send", "user", user, "textContent", Map.of("text", text)))
        .post(webhook)
        .then()
        .statusCode(200)
        .body(equalTo(""));
  }

  private static void answer(Shop shop, String consultation, String text) {
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", text)))
        .post("/api/v1/consultations/{id}/messages", consultation)
        .then()
        .statusCode(202);
  }

  private static String lastDelivery(Shop shop, String consultation) {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", consultation)
        .path("items[-1].delivery.status");
  }
}
