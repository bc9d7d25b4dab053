package io.talkgate.subscription;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.talkgate.testing.SettableClock;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 5.7: state changes go to a URL of the brand, signed, repeated, told apart by their id. */
@QuarkusTest
class AlertsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject CallRounds rounds;
  @Inject SettableClock clock;

  private Receiver receiver;
  private Shop shop;

  @BeforeEach
  void start() throws IOException {
    receiver = Receiver.start();
    shop = Shop.open();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aStateIsToldSignedAndRepeatedUnderOneId() {
    String secret = subscribe("link.health");
    String link = shop.approvedLink();
    shop.as("observer").get("/api/v1/links/{id}/health", link).then().statusCode(200);
    receiver.answer = body -> 500;

    round();
    assertEquals(1, receiver.received().size());
    round();
    assertEquals(1, receiver.received().size(), "a repeat waits for its time");
    receiver.answer = body -> 200;
    clock.advance(Duration.ofSeconds(6));
    round();
    clock.advance(Duration.ofDays(1));
    round();

    assertEquals(2, receiver.received().size());
    Receiver.Received first = receiver.received().get(0);
    Receiver.Received second = receiver.received().get(1);
    assertEquals(first.id(), second.id());
    assertEquals(first.body(), second.body());
    JsonPath body = JsonPath.from(second.body());
    assertEquals("link.health", body.getString("type"));
    assertEquals(link, body.getString("data.linkId"));
    assertEquals("WAITING_FIRST_EVENT", body.getString("data.state"));
    assertTrue(second.isSignedWith(secret));
  }

  @Test
  void nobodyIsToldWhatIsNotOfTheBrandOrNotSubscribed() {
    subscribe("link.daily-summary");
    Shop other = Shop.open();
    String link = other.approvedLink();
    other.as("observer").get("/api/v1/links/{id}/health", link).then().statusCode(200);
    String own = shop.approvedLink();
    shop.as("observer").get("/api/v1/links/{id}/health", own).then().statusCode(200);

    round();

    assertEquals(List.of(), receiver.received());
  }

  @Test
  void theSecretIsShownOnceAndSubscriptionsAreListedAndRemoved() {
    assertTrue(subscribe("link.health").startsWith("whsec_"));
    String id =
        shop.as("manager")
            .get("/api/v1/subscriptions")
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .body("items[0].secret", nullValue())
            .body("items[0].url", startsWith("http://"))
            .extract()
            .path("items[0].id");
    Shop.open().as("manager").delete("/api/v1/subscriptions/{id}", id).then().statusCode(404);
    shop.as("agent").get("/api/v1/subscriptions").then().statusCode(403);

    shop.as("manager").delete("/api/v1/subscriptions/{id}", id).then().statusCode(200);

    shop.as("manager")
        .delete("/api/v1/subscriptions/{id}", UUID.fromString(id))
        .then()
        .statusCode(404);
    shop.as("manager").get("/api/v1/subscriptions").then().body("items", hasSize(0));
  }

  @Test
  void aBrandHasAtMostTwentySubscriptions() {
    for (int i = 0; i < 20; i++) {
      subscribe("link.health");
    }
    Shop other = Shop.open();

    shop.as("manager")
        .header("Accept-Language", "en")
        .body(Map.of("url", receiver.url(), "types", List.of("link.health")))
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(409)
        .body("code", equalTo("SUBSCRIPTION_LIMIT"))
        .body("detail", startsWith("A brand has at most 20 subscriptions."));

    receiver.subscribe(other, "link.health");
    List<String> ids =
        shop.as("manager").get("/api/v1/subscriptions").then().extract().path("items.id");
    shop.as("manager").delete("/api/v1/subscriptions/{id}", ids.get(0)).then().statusCode(200);
    subscribe("link.health");
  }

  @Test
  void aUrlThatCannotBeCalledIsRefused() {
    shop.as("manager")
        .body(Map.of("url", "ftp://example.com/", "types", List.of("link.health")))
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION"))
        .body("errors[0].field", equalTo("url"));
  }

  private String subscribe(String type) {
    return receiver.subscribe(shop, type).getString("secret");
  }

  private void round() {
    rounds.call().await().atMost(LIMIT);
  }
}
