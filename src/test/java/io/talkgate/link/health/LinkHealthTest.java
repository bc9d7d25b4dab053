package io.talkgate.link.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.talkgate.platform.Stamps;
import io.talkgate.testing.DeliveryClock;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.SchemaOwner;
import io.talkgate.testing.SettableClock;
import io.talkgate.testing.Shop;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract §5 from outside, with the simulator as NAVER. */
@QuarkusTest
class LinkHealthTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject DeliveryClock clock;
  @Inject NotesWriter writer;
  @Inject HealthWatch watch;
  @Inject Rhythms rhythms;
  @Inject MeterRegistry registry;
  @Inject SchemaOwner owner;
  @Inject SettableClock service;

  /** Other tests may have been at a later time; stamps do not go back behind it. */
  @Inject Stamps stamps;

  private Shop shop;
  private String link;
  private String user;

  @BeforeEach
  void openShop() {
    shop = Shop.open();
    link = shop.approvedLink();
    user = shop.customer();
  }

  @Test
  void aLinkThatHeardNothingWaitsAndSaysWhatIsLeftToDo() {
    health("en")
        .body("state", equalTo("WAITING_FIRST_EVENT"))
        .body("since", notNullValue())
        .body("advice", containsString("[Chatbot API settings]"))
        .body("lastEventAt", nullValue())
        .body("eventsSeen.send", nullValue())
        .body("webhook.answersLastHour", equalTo(0))
        .body(
            "checks.name",
            equalTo(
                List.of(
                    "KEY",
                    "PUBLIC_URL",
                    "FIRST_EVENT",
                    "EVENT_SEND",
                    "EVENT_OPEN",
                    "EVENT_LEAVE",
                    "EVENT_FRIEND",
                    "EVENT_ECHO")))
        .body("checks[2].passed", equalTo(false))
        .body("checks[2].todo", containsString("event URL"));
    health("ko").body("advice", containsString("챗봇API 설정"));
  }

  @Test
  void whatComesIsShown() {
    shop.event(user, Map.of("event", "open"));
    shop.writes(user, "hello");
    becomes(reply("answer"), "CONFIRMED");

    noted()
        .body("state", equalTo("HEALTHY"))
        .body("reason", equalTo("ALL_WELL"))
        .body("eventsSeen.open", notNullValue())
        .body("eventsSeen.send", notNullValue())
        .body("eventsSeen.echo", notNullValue())
        .body("eventsSeen.leave", nullValue())
        .body("lastEchoAt", notNullValue())
        .body("webhook.answersLastHour", equalTo(3))
        .body("webhook.non200LastHour", equalTo(0))
        .body("webhook.slowestMs", greaterThan(-1))
        .body("sendApi.lastResultCode", equalTo("00"))
        .body("sendApi.lastCheckedAt", notNullValue())
        .body("checks[3].passed", equalTo(true))
        .body("checks[3].todo", nullValue());
  }

  /** Issue 5, "It is done when": blocked, told, the advice followed, healthy. */
  @Test
  void aBlockedWebhookIsToldAndItsAdviceUnblocksIt() {
    shop.writes(user, "hello");
    becomes(reply("heard"), "CONFIRMED");
    noted().body("state", equalTo("HEALTHY"));
    faults(Map.of("webhookBlocked", true));
    for (String text : List.of("one", "two", "three")) {
      becomes(reply(text), "SENT");
    }
    writer.write().await().atMost(LIMIT);

    clock.advance(Duration.ofSeconds(51));
    watch.look().await().atMost(LIMIT);

    health("ko")
        .body("state", equalTo("WEBHOOK_SILENT"))
        .body("confidence", equalTo("HIGH"))
        .body("advice", containsString("새 웹훅 URL"));
    String fresh =
        shop.as("manager")
            .post("/api/v1/links/{id}/webhook-url", link)
            .then()
            .statusCode(200)
            .extract()
            .path("webhookUrl");
    register(Map.of("webhookUrl", fresh));
    shop.writes(user, "are you there?");
    noted().body("state", equalTo("HEALTHY")).body("advice", equalTo("정상입니다. 할 일이 없습니다."));
    int heard =
        shop.as("agent").get(messages()).path("items.findAll { it.direction == 'INBOUND' }.size()");
    assertEquals(2, heard);
  }

  @Test
  void aSilenceThatTheLinksRhythmDoesNotKnowIsToldWithLowConfidence() throws SQLException {
    LocalDate today = KoreanHour.of(stamps.next().at()).day();
    for (int day = -1; day < 28; day++) {
      owner.run(
          "insert into link_days (brand_id, link_id, day, events) select '%s', '%s', '%s'::date - (%d), array_fill(12, array[24])"
              .formatted(shop.brandId(), link, today, day));
    }
    clock.advance(
        Duration.between(
            service.instant(), today.plusDays(1).atTime(8, 0).toInstant(KoreanHour.KOREA)));
    rhythms.learn(today.plusDays(1)).await().atMost(LIMIT);
    shop.writes(user, "hello");
    noted().body("state", equalTo("HEALTHY"));

    clock.advance(Duration.ofHours(14));
    watch.look().await().atMost(LIMIT);
    clock.advance(Duration.ofHours(4));
    watch.look().await().atMost(LIMIT);

    health("en")
        .body("state", equalTo("WEBHOOK_SILENT"))
        .body("reason", equalTo("RHYTHM_BROKEN"))
        .body("confidence", equalTo("LOW"));
    shop.writes(user, "again");
    noted().body("state", equalTo("HEALTHY"));
  }

  @Test
  void aLinkWithoutEchoIsRecognisedAndToldToTickIt() {
    register(Map.of("events", List.of("send", "open", "leave", "friend")));
    shop.writes(user, "hello");
    for (String text : List.of("one", "two", "three")) {
      becomes(reply(text), "SENT");
    }

    clock.advance(Duration.ofSeconds(61));

    noted()
        .body("state", equalTo("HEALTHY"))
        .body("reason", equalTo("ECHO_NOT_SELECTED"))
        .body("advice", containsString("echo"))
        .body("checks.find { it.name == 'EVENT_ECHO' }.passed", equalTo(false));
  }

  @Test
  void anAnswerOtherThan200PutsTheLinkAtRiskForAnHour() {
    shop.writes(user, "hello");
    given()
        .contentType(ContentType.JSON)
        .body("x".repeat(10 * 1024 * 1024 + 1))
        .post(webhookPath())
        .then()
        .statusCode(413);

    noted()
        .body("state", equalTo("AT_RISK"))
        .body("reason", equalTo("ANSWERS_FAILED"))
        .body("webhook.non200LastHour", equalTo(1))
        .body("webhook.byCause.TOO_LARGE", equalTo(1));

    clock.advance(Duration.ofMinutes(66));
    noted().body("state", equalTo("HEALTHY")).body("webhook.answersLastHour", equalTo(0));
  }

  @Test
  void aRefusedKeyIsTheWorst() {
    shop.writes(user, "hello");
    faults(Map.of("resultCode", "01", "resultMessage", "Authorization 정보 오류"));
    reply("answer");

    Eventually.get(() -> noted().extract().<String>path("state"), "KEY_REJECTED"::equals, LIMIT);

    health("en").body("advice", containsString("send-API key"));
  }

  @Test
  void othersAreToldNothing() {
    Shop other = Shop.open();

    other.as("owner").get("/api/v1/links/{id}/health", link).then().statusCode(404);
    Shop.operator().get("/api/v1/links/{id}/health", link).then().statusCode(200);
    shop.as("observer").get("/api/v1/links/{id}/health", link).then().statusCode(200);
    given().get("/api/v1/links/{id}/health", link).then().statusCode(401);
  }

  @Test
  void theLinksOfEachStateAreCounted() {
    shop.writes(user, "hello");
    writer.write().await().atMost(LIMIT);
    watch.look().await().atMost(LIMIT);

    double healthy = registry.get("talkgate.link.health").tag("state", "HEALTHY").gauge().value();
    assertTrue(healthy >= 1, "healthy links: " + healthy);
  }

  private ValidatableResponse noted() {
    writer.write().await().atMost(LIMIT);
    return health("ko");
  }

  private ValidatableResponse health(String language) {
    return shop.as("observer")
        .header("Accept-Language", language)
        .get("/api/v1/links/{id}/health", link)
        .then()
        .statusCode(200);
  }

  private String webhookPath() {
    String url =
        shop.as("manager").get("/api/v1/links/{id}", link).then().extract().path("webhookUrl");
    return url.substring(url.indexOf("/webhooks"));
  }

  private String messages() {
    return "/api/v1/consultations/" + shop.newestConsultation() + "/messages";
  }

  private String reply(String text) {
    return shop.as("agent")
        .body(Map.of("content", Map.of("type", "TEXT", "text", text)))
        .post(messages())
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private void becomes(String message, String status) {
    Eventually.get(
        () ->
            shop.as("agent")
                .get(messages())
                .<String>path("items.find { it.id == '" + message + "' }.delivery.status"),
        status::equals,
        LIMIT);
  }

  private void faults(Map<String, ?> faults) {
    given()
        .contentType(ContentType.JSON)
        .body(faults)
        .put("/simulator/api/accounts/{id}/faults", shop.accountId())
        .then()
        .statusCode(200);
  }

  private void register(Map<String, ?> change) {
    given()
        .contentType(ContentType.JSON)
        .body(change)
        .patch("/simulator/api/accounts/{id}", shop.accountId())
        .then()
        .statusCode(200);
  }
}
