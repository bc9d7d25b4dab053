package io.talkgate.rules;

import static org.hamcrest.Matchers.equalTo;

import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A shop with one approved link, its settings and one customer. */
final class Desk {
  final Shop shop = Shop.open();
  final String link = shop.approvedLink();
  final String user = shop.customer();

  /** Sets sections of the link's settings. */
  Desk set(JsonObject sections) {
    shop.as("manager")
        .body(sections.encode())
        .put("/api/v1/links/{id}/settings", link)
        .then()
        .statusCode(200);
    return this;
  }

  Desk says(String occasion, String text) {
    JsonObject message = new JsonObject().put("text", text);
    return set(new JsonObject().put("messages", new JsonObject().put(occasion, message)));
  }

  /** The customer writes; answers with the consultation. */
  String writes(String text) {
    shop.writes(user, text);
    return Eventually.get(shop::newestConsultation, Objects::nonNull);
  }

  /** The customer presses a button. */
  void presses(String code) {
    shop.event(
            user,
            Map.of(
                "event",
                "send",
                "textContent",
                Map.of("text", "pressed", "code", code, "inputType", "button")))
        .then()
        .body("status", equalTo(200));
  }

  void answers(String consultation, String text) {
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", text)))
        .post("/api/v1/consultations/{id}/messages", consultation)
        .then()
        .statusCode(202);
  }

  void call(String consultation, String what) {
    shop.as("agent")
        .post("/api/v1/consultations/{id}/" + what, consultation)
        .then()
        .statusCode(200);
  }

  /** The texts said automatically, oldest first. */
  List<String> said(String consultation) {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", consultation)
        .then()
        .statusCode(200)
        .extract()
        .path("items.findAll { it.author.type == 'AUTO' }.content.text");
  }

  /** A field of the consultation as it is shown; null if it is not. */
  @Nullable Object of(String consultation, String field) {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}", consultation)
        .then()
        .statusCode(200)
        .extract()
        .<@Nullable Object>path(field);
  }

  String brandName() {
    return shop.as("agent").get("/api/v1/brands").then().extract().path("items[0].name");
  }
}
