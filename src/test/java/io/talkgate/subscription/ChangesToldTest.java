package io.talkgate.subscription;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.talkgate.subscription.Receiver.Received;
import io.talkgate.testing.SettableClock;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 8.8: other systems are told what happens at the desk, in order, and once more if asked. */
@QuarkusTest
class ChangesToldTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int ROUNDS = 8;

  @Inject ChangeFollower follower;
  @Inject CallRounds rounds;
  @Inject SettableClock clock;

  private Receiver receiver;
  private Shop shop;
  private String user;

  @BeforeEach
  void start() throws IOException {
    receiver = Receiver.start();
    shop = Shop.open();
    shop.approvedLink();
    user = shop.customer();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aMessageIsToldWithTheIdsToReadItBy() {
    String secret =
        receiver.subscribe(shop, "message.created", "consultation.created").getString("secret");
    shop.writes(user, "hello");
    String consultation = shop.newestConsultation();
    String message =
        shop.as("agent")
            .get("/api/v1/consultations/{id}/messages", consultation)
            .path("items[0].id");

    tell();

    List<Received> told = receiver.received();
    assertEquals(
        List.of("consultation.created", "message.created"),
        told.stream().map(Received::type).sorted().toList());
    Received of = told.stream().filter(one -> one.type().startsWith("message")).findAny().get();
    assertEquals(message, of.data("id"));
    assertEquals(consultation, of.data("consultationId"));
    assertEquals(shop.brandId(), of.data("brandId"));
    assertEquals(
        shop.as("agent").get("/api/v1/consultations/{id}", consultation).path("customer.id"),
        of.data("customerId"));
    assertTrue(!of.body().contains("hello"), "no text leaves the house unasked");
    assertTrue(of.isSignedWith(secret));
  }

  @Test
  void nothingIsToldTwiceAndNothingToOthers() throws IOException {
    receiver.subscribe(shop, "message.created");
    Shop other = Shop.open();
    try (Receiver others = Receiver.start()) {
      others.subscribe(other, "message.created", "message.updated", "consultation.created");
      shop.writes(user, "one");
      tell();
      tell();
      shop.writes(user, "two");
      tell();

      assertEquals(2, receiver.received().size());
      assertEquals(2, receiver.received().stream().map(Received::id).distinct().count());
      assertEquals(List.of(), others.received());
    }
  }

  /** The second message of a consultation waits until the first was taken; others do not. */
  @Test
  void oneConsultationsEventsKeepTheirOrder() {
    String another = shop.customer();
    receiver.subscribe(shop, "message.created");
    shop.writes(user, "one");
    String first = shop.newestConsultation();
    shop.writes(user, "two");
    shop.writes(another, "beside");
    receiver.answer = body -> body.contains(first) ? 503 : 200;

    tell();

    assertEquals(1, of(first).size());
    assertEquals(1, receiver.received().size() - of(first).size());
    receiver.answer = body -> 200;
    clock.advance(Duration.ofSeconds(6));
    tell();
    assertEquals(3, of(first).size());
    assertEquals(of(first).get(0).id(), of(first).get(1).id());
    assertNotEquals(of(first).get(1).id(), of(first).get(2).id());
    List<String> messages =
        shop.as("agent").get("/api/v1/consultations/{id}/messages", first).path("items.id");
    assertEquals(
        messages, of(first).stream().skip(1).map(one -> one.data("id")).toList(), "oldest first");
  }

  @Test
  void whatWasToldIsLoggedAndToldAgainInItsOrder() {
    String id = receiver.subscribe(shop, "message.created").getString("id");
    receiver.answer = body -> 503;
    shop.writes(user, "one");
    tell();
    log(id, "")
        .body("items", hasSize(1))
        .body("items[0].type", equalTo("message.created"))
        .body("items[0].status", equalTo("QUEUED"))
        .body("items[0].attempts", equalTo(1))
        .body("items[0].answer", equalTo("HTTP status 503"))
        .body("items[0].nextTryAt", notNullValue());
    receiver.answer = body -> 200;
    clock.advance(Duration.ofSeconds(6));
    tell();
    Instant later = clock.instant().plusSeconds(5);
    clock.advance(Duration.ofSeconds(10));
    shop.writes(user, "two");
    shop.writes(user, "three");
    tell();
    log(id, "?status=QUEUED,FAILED").body("items", hasSize(0));
    log(id, "").body("items.status", everyItem(equalTo("DELIVERED")));
    List<String> told = receiver.received().stream().map(Received::id).toList();
    assertEquals(4, told.size());

    replay(id, later).body("events", equalTo(2));
    tell();

    List<String> again = receiver.received().stream().map(Received::id).skip(4).toList();
    assertEquals(told.subList(2, 4), again);
    JsonPath page = log(id, "?limit=2").extract().jsonPath();
    assertEquals(2, page.getList("items").size());
    log(id, "?limit=2&cursor=" + page.getString("nextCursor")).body("items", hasSize(1));
  }

  @Test
  void logAndReplayAreTheBrandsManagers() {
    String id = receiver.subscribe(shop, "message.created").getString("id");
    Shop other = Shop.open();

    other.as("manager").get("/api/v1/subscriptions/{id}/calls", id).then().statusCode(404);
    other
        .as("manager")
        .body(Map.of("from", clock.instant().toString()))
        .post("/api/v1/subscriptions/{id}/replay", id)
        .then()
        .statusCode(404);
    shop.as("agent").get("/api/v1/subscriptions/{id}/calls", id).then().statusCode(403);
    shop.as("manager")
        .body(Map.of())
        .post("/api/v1/subscriptions/{id}/replay", id)
        .then()
        .statusCode(400)
        .body("errors.field", contains("from"));
  }

  @Test
  void whatIsStillToBeToldGoesToTheChangedUrlSignedAsBefore() throws IOException {
    JsonPath made = receiver.subscribe(shop, "message.created");
    receiver.answer = body -> 503;
    shop.writes(user, "one");
    tell();

    try (Receiver moved = Receiver.start()) {
      change(made.getString("id"), moved.url(), "consultation.created")
          .statusCode(200)
          .body("url", equalTo(moved.url()))
          .body("types", contains("consultation.created"))
          .body("secret", nullValue());
      shop.writes(user, "two");
      clock.advance(Duration.ofSeconds(6));
      tell();

      assertEquals(1, receiver.received().size());
      Received told = receiver.received().get(0);
      assertEquals(List.of(told.id()), moved.received().stream().map(Received::id).toList());
      assertTrue(moved.received().get(0).isSignedWith(made.getString("secret")));
    }
  }

  @Test
  void aSubscriptionIsNotChangedToWhatCannotBeOne() {
    String id = receiver.subscribe(shop, "message.created").getString("id");

    change(id, "ftp://crm.example", "link.updated")
        .statusCode(400)
        .body("errors.field", contains("url"));
    change(id, receiver.url()).statusCode(400).body("errors.field", contains("types"));
    change(UUID.randomUUID().toString(), receiver.url(), "link.updated").statusCode(404);

    shop.as("manager")
        .get("/api/v1/subscriptions")
        .then()
        .body("items[0].url", equalTo(receiver.url()))
        .body("items[0].types", contains("message.created"));
  }

  @Test
  void aRepeatedCallSubscribesOnceAndShowsTheSecretAgain() {
    Map<String, Object> body = Map.of("url", receiver.url(), "types", List.of("link.updated"));
    String key = UUID.randomUUID().toString();

    List<JsonPath> answers =
        Stream.of(1, 2)
            .map(
                time ->
                    shop.as("manager")
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/api/v1/subscriptions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath())
            .toList();

    assertEquals(answers.get(0).getString("id"), answers.get(1).getString("id"));
    assertEquals(answers.get(0).getString("secret"), answers.get(1).getString("secret"));
    shop.as("manager").get("/api/v1/subscriptions").then().body("items", hasSize(1));
    shop.as("manager")
        .header("Idempotency-Key", key)
        .body(Map.of("url", receiver.url(), "types", List.of("link.created")))
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  private List<Received> of(String consultation) {
    return receiver.received().stream()
        .filter(one -> consultation.equals(one.data("consultationId")))
        .toList();
  }

  /** All that is due, and what becomes due by it. */
  private void tell() {
    follower.follow().await().atMost(LIMIT);
    for (int round = 0; round < ROUNDS; round++) {
      rounds.call().await().atMost(LIMIT);
    }
  }

  private ValidatableResponse log(String id, String query) {
    return shop.as("manager")
        .get("/api/v1/subscriptions/" + id + "/calls" + query)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse change(String id, String url, String... types) {
    return shop.as("manager")
        .body(Map.of("url", url, "types", List.of(types)))
        .put("/api/v1/subscriptions/{id}", id)
        .then();
  }

  private ValidatableResponse replay(String id, Instant from) {
    return shop.as("manager")
        .body(Map.of("from", from.toString()))
        .post("/api/v1/subscriptions/{id}/replay", id)
        .then()
        .statusCode(200);
  }
}
