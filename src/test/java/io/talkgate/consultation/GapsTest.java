package io.talkgate.consultation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.talkgate.testing.DeliveryClock;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.Shop;
import io.talkgate.testing.WebhookCaller;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract §3, {@code possiblyMissing}, and the note between the messages (issue 5). */
@QuarkusTest
class GapsTest {
  private static final String NOTE = "MESSAGES_POSSIBLY_MISSING";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject DeliveryClock clock;
  @Inject GapWatch watch;

  private Shop shop;
  private WebhookCaller naver;
  private String user;

  @BeforeEach
  void anApprovedLink() {
    shop = Shop.open();
    String link = shop.createLink();
    naver = new WebhookCaller(shop.requestApproval(link));
    shop.approve(link);
    user = shop.customer();
  }

  @Test
  void aMessageThatNaverCouldNotDeliverIsNotedBetweenItsNeighbours() {
    shop.writes(user, "first");
    confirmed("answer");
    faults(Map.of("webhookBlocked", true));
    writesUnheard("lost");
    given().delete("/simulator/api/accounts/{id}/faults", shop.accountId()).then().statusCode(200);
    shop.writes(user, "second");

    look();

    assertEquals(List.of("first", "answer", NOTE, "second"), transcript());
    assertEquals(true, consultation().getBoolean("possiblyMissing"));
    assertEquals("second", consultation().getString("lastMessage.content.text"));
    assertEquals(2, consultation().getInt("unreadCount"));
  }

  @Test
  void whatComesLateFillsTheGapAgain() {
    sends("one", 1);
    partnerCenterWrites("two", 2);
    sends("five", 5);
    assertEquals(false, consultation().getBoolean("possiblyMissing"));
    look();
    assertEquals(List.of("one", "two", NOTE, "five"), transcript());

    sends("four", 4);
    look();
    assertEquals(List.of("one", "two", "five", NOTE, "four"), transcript());
    assertEquals(true, consultation().getBoolean("possiblyMissing"));

    sends("three", 3);
    look();
    assertEquals(List.of("one", "two", "five", "four", "three"), transcript());
    assertEquals(false, consultation().getBoolean("possiblyMissing"));
  }

  @Test
  void aLookIsTakenWhenWhatWasUnderWayHasCome() {
    partnerCenterWrites("one", 1);
    sends("three", 3);
    clock.advance(Duration.ofSeconds(29));
    watch.look().await().atMost(LIMIT);
    assertEquals(List.of("one", "three"), transcript());

    sends("two", 2);
    look();

    assertEquals(List.of("one", "three", "two"), transcript());
    assertEquals(false, consultation().getBoolean("possiblyMissing"));
  }

  @Test
  void aLinkThatHearsNoEchoesProvesNothing() {
    sends("one", 1);
    sends("seven", 7);
    look();
    assertEquals(List.of("one", "seven"), transcript());

    faults(Map.of("echo", false));
    reply("unheard");
    Eventually.get(() -> consultation().getString("lastMessage.delivery.status"), "SENT"::equals);
    clock.advance(Duration.ofMinutes(2));
    sends("twenty", 20);
    look();

    assertEquals(List.of("one", "seven", "unheard", "twenty"), transcript());
    assertEquals(false, consultation().getBoolean("possiblyMissing"));
  }

  @Test
  void gapsFromBeforeEchoesWereHeardAreNotToldAfterwards() {
    sends("one", 1);
    sends("seven", 7);
    look();
    clock.advance(Duration.ofMinutes(5));
    partnerCenterWrites("eight", 8);
    sends("ten", 10);

    look();

    assertEquals(List.of("one", "seven", "eight", NOTE, "ten"), transcript());
  }

  private void look() {
    clock.advance(Duration.ofSeconds(31));
    watch.look().await().atMost(LIMIT);
  }

  private void sends(String text, int number) {
    post(
        "{\"event\":\"send\",\"user\":\"%s\",\"messageId\":%d,\"textContent\":{\"text\":\"%s\"}}"
            .formatted(user, number, text));
  }

  private void partnerCenterWrites(String text, int number) {
    post(
        ("{\"event\":\"echo\",\"echoedEvent\":\"send\",\"user\":\"%s\",\"messageId\":%d,"
                + "\"textContent\":{\"text\":\"%s\"},\"options\":{\"managerNickname\":\"Park\"}}")
            .formatted(user, number, text));
  }

  private void post(String event) {
    assertEquals(200, naver.sends(event).join());
  }

  /** The customer sees it in the chat window; NAVER does not call. */
  private void writesUnheard(String text) {
    shop.event(user, Map.of("event", "send", "textContent", Map.of("text", text)))
        .then()
        .statusCode(200);
  }

  private void confirmed(String text) {
    reply(text);
    Eventually.get(
        () -> consultation().getString("lastMessage.delivery.status"), "CONFIRMED"::equals);
  }

  private void reply(String text) {
    shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", text)))
        .post("/api/v1/consultations/{id}/messages", shop.newestConsultation())
        .then()
        .statusCode(202);
  }

  private JsonPath consultation() {
    return shop.as("agent").get("/api/v1/consultations/{id}", shop.newestConsultation()).jsonPath();
  }

  private List<String> transcript() {
    return shop.as("agent")
        .get("/api/v1/consultations/{id}/messages", shop.newestConsultation())
        .jsonPath()
        .getList("items.collect { it.content.event ?: it.content.text }");
  }

  private void faults(Map<String, ?> faults) {
    given()
        .contentType(ContentType.JSON)
        .body(faults)
        .put("/simulator/api/accounts/{id}/faults", shop.accountId())
        .then()
        .statusCode(200);
  }
}
