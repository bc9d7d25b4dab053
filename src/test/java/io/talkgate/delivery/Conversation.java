package io.talkgate.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A customer who has written to a shop whose agent answers, at the simulated NAVER. */
final class Conversation {
  final Shop shop;
  final String link;
  final String user;
  final String id;

  private Conversation(Shop shop, String link) {
    this.shop = shop;
    this.link = link;
    user = shop.customer();
    shop.writes(user, "hello");
    id =
        shop.as("agent")
            .get("/api/v1/consultations")
            .path("items.find { it.customer.user == '%s' }.id", user);
  }

  static Conversation begin() {
    Shop shop = Shop.open();
    return new Conversation(shop, shop.approvedLink());
  }

  /** Another customer of the same link. */
  Conversation another() {
    return new Conversation(shop, link);
  }

  /** What goes wrong at this account's send API from now on. */
  void faults(Map<String, ?> faults) {
    given()
        .contentType(ContentType.JSON)
        .body(faults)
        .put("/simulator/api/accounts/{id}/faults", shop.accountId())
        .then()
        .statusCode(200);
  }

  void noFaults() {
    given().delete("/simulator/api/accounts/{id}/faults", shop.accountId()).then().statusCode(200);
  }

  String reply(String text) {
    return reply(Map.of("type", "TEXT", "text", text));
  }

  String reply(Map<String, ?> content) {
    return shop.as("agent")
        .body(Map.of("content", content))
        .post("/api/v1/consultations/{id}/messages", id)
        .then()
        .statusCode(202)
        .body("id", notNullValue())
        .extract()
        .path("id");
  }

  ValidatableResponse call(String message, String what) {
    return shop.as("agent")
        .post("/api/v1/consultations/{id}/messages/{mid}/{what}", id, message, what)
        .then();
  }

  String status(String message) {
    return delivery(message, "ko").getString("status");
  }

  /** Waits for a delivery status. */
  void becomes(String message, String status) {
    Eventually.get(() -> status(message), status::equals);
  }

  JsonPath delivery(String message, String language) {
    return shop.as("agent")
        .header("Accept-Language", language)
        .queryParam("limit", 200)
        .get("/api/v1/consultations/{id}/messages", id)
        .jsonPath()
        .setRootPath("items.find { it.id == '" + message + "' }.delivery");
  }

  int messages() {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", id)
        .jsonPath()
        .getList("items")
        .size();
  }

  /** The events that NAVER was called with, in order. */
  List<JsonObject> events() {
    List<String> bodies = calls().getList("sendApi.body");
    return bodies.stream().map(JsonObject::new).toList();
  }

  /** The texts that NAVER was given for this customer, in order. */
  List<String> texts() {
    return events().stream()
        .filter(event -> "send".equals(event.getString("event")))
        .filter(event -> user.equals(event.getString("user")))
        .map(event -> event.getJsonObject("textContent").getString("text"))
        .toList();
  }

  List<Instant> times() {
    List<String> times = calls().getList("sendApi.time");
    return times.stream().map(Instant::parse).toList();
  }

  JsonPath calls() {
    return given().get("/simulator/api/accounts/{id}/calls", shop.accountId()).jsonPath();
  }
}
