package io.talkgate.consultation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.AutomaticReply.NotSent;
import io.talkgate.consultation.AutomaticReply.Queued;
import io.talkgate.consultation.AutomaticReply.Why;
import io.talkgate.talktalk.TextContent;
import io.talkgate.testing.DeliveryClock;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Design §5: automatic messages have a cap per customer and hour. */
@QuarkusTest
class AutomaticRepliesTest {
  private static final int CAP = 10;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject AutomaticReplies replies;
  @Inject DeliveryClock clock;

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
  void twoRobotsThatAnswerEachOtherEndAtTheCap() {
    for (int i = 0; i < CAP; i++) {
      assertInstanceOf(Queued.class, add("automatic " + i));
      shop.writes(user, "also automatic");
    }

    for (int i = 0; i < 3; i++) {
      assertEquals(new NotSent(Why.CAP_REACHED), add("one too many"));
      shop.writes(user, "also automatic");
    }

    List<String> expected = IntStream.range(0, CAP).mapToObj(i -> "automatic " + i).toList();
    assertEquals(expected, Eventually.get(this::atNaver, sent -> sent.size() >= CAP));
  }

  @Test
  void theCapIsOfEachCustomerAndOfAnyHour() {
    IntStream.range(0, CAP - 1).forEach(i -> add("early"));
    clock.advance(Duration.ofMinutes(30));
    assertInstanceOf(Queued.class, add("late"));
    assertEquals(new NotSent(Why.CAP_REACHED), add("one too many"));
    String another = shop.customer();
    shop.writes(another, "hello");
    assertInstanceOf(Queued.class, add(shop.newestConsultation(), "another's"));

    clock.advance(Duration.ofMinutes(31));

    IntStream.range(0, CAP - 1).forEach(i -> assertInstanceOf(Queued.class, add("again")));
    assertEquals(new NotSent(Why.CAP_REACHED), add("one too many"));
  }

  @Test
  void manyAtOnceAreNotMoreThanTheCap() {
    List<Uni<AutomaticReply>> many =
        IntStream.range(0, 2 * CAP)
            .mapToObj(i -> replies.add(UUID.fromString(shop.brandId()), uuid(id), text("at once")))
            .toList();

    List<AutomaticReply> answers = Uni.join().all(many).andFailFast().await().atMost(LIMIT);

    assertEquals(CAP, answers.stream().filter(Queued.class::isInstance).count());
  }

  @Test
  void itIsSentInTheNameOfNobodyAndAnswersNobody() {
    add("automatic");

    shop.as("agent")
        .get("/api/v1/consultations/{id}", id)
        .then()
        .body("status", equalTo("WAITING"));
    Eventually.get(() -> last("delivery.status"), "CONFIRMED"::equals);
    assertEquals("AUTO", last("author.type"));
    shop.as("agent")
        .get("/api/v1/consultations/{id}", id)
        .then()
        .body("assignee", nullValue())
        .body("firstReplyAt", nullValue());
  }

  @Test
  void itIsNotSentWhereSomebodyElseSpeaksOrNobodyIsSpokenWith() {
    assertEquals(new NotSent(Why.NOT_FOUND), add(UUID.randomUUID().toString(), "nobody's"));
    shop.event(
            user,
            Map.of("event", "send", "standby", true, "textContent", Map.of("text", "to somebody")))
        .then()
        .statusCode(200);
    assertEquals(new NotSent(Why.THREAD_HELD), add("between"));

    String customer =
        shop.as("agent").get("/api/v1/consultations/{id}", id).jsonPath().getString("customer.id");
    shop.as("agent").post("/api/v1/customers/{id}/block", customer).then().statusCode(200);
    assertEquals(new NotSent(Why.CUSTOMER_BLOCKED), add("to a blocked one"));
  }

  private AutomaticReply add(String text) {
    return add(id, text);
  }

  private AutomaticReply add(String consultation, String text) {
    return replies
        .add(UUID.fromString(shop.brandId()), uuid(consultation), text(text))
        .await()
        .atMost(LIMIT);
  }

  private static UUID uuid(String id) {
    return UUID.fromString(id);
  }

  private static Reply text(String text) {
    return new Reply(TextContent.of(text), null, null);
  }

  private String last(String field) {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}/messages?order=desc&limit=1", id)
        .jsonPath()
        .getString("items[0]." + field);
  }

  private List<String> atNaver() {
    return given()
        .get("/simulator/api/accounts/{id}/calls", shop.accountId())
        .jsonPath()
        .<String>getList("sendApi.body")
        .stream()
        .map(JsonObject::new)
        .map(event -> event.getJsonObject("textContent").getString("text"))
        .toList();
  }
}
