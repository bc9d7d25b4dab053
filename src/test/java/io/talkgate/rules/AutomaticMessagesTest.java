package io.talkgate.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.talkgate.testing.Eventually;
import io.talkgate.testing.SettableClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 8, 2 and 6: what is said by itself, each time once. */
@QuarkusTest
class AutomaticMessagesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @Inject DeskClock rules;
  @Inject SettableClock clock;

  private Desk desk;

  @BeforeEach
  void aDesk() {
    desk = new Desk();
  }

  @Test
  void greetsOnceHoweverManyLookAndWriteOn() {
    desk.says("greeting", "Welcome to {brand}.");
    String id = desk.writes("hello");

    Uni.join().all(rules.speak(), rules.speak()).andFailFast().await().atMost(LIMIT);
    desk.writes("anybody there?");
    speak();

    assertEquals(List.of("Welcome to " + desk.brandName() + "."), desk.said(id));
    assertEquals("WAITING", desk.of(id, "status"));
    assertNull(desk.of(id, "firstReplyAt"));
    Eventually.get(() -> delivery(id), "CONFIRMED"::equals);
  }

  @Test
  void eachConsultationIsGreeted() {
    desk.says("greeting", "Welcome.");
    String first = desk.writes("hello");
    speak();
    desk.call(first, "close");
    String second = desk.writes("hello again");
    speak();

    assertNotEquals(first, second);
    assertEquals(List.of("Welcome."), desk.said(first));
    assertEquals(List.of("Welcome."), desk.said(second));
  }

  @Test
  void whatWasBeforeTheRuleAndWhatIsOldGoesWithoutAWord() {
    String before = desk.writes("hello");
    desk.says("greeting", "Welcome.");
    speak();
    assertEquals(List.of(), desk.said(before));

    desk.call(before, "close");
    String old = desk.writes("hello");
    clock.advance(Duration.ofMinutes(11));
    speak();
    assertEquals(List.of(), desk.said(old));
  }

  @Test
  void aPersonAtPartnerCenterIsNotGreeted() {
    desk.says("greeting", "Welcome.");
    desk.shop
        .event(
            desk.user,
            Map.of("event", "send", "standby", true, "textContent", Map.of("text", "to them")))
        .then()
        .statusCode(200);
    speak();

    assertEquals(List.of(), desk.said(desk.shop.newestConsultation()));
  }

  @Test
  void tellsOnceInAClosedPeriodWhenItOpens() {
    ZonedDateTime opening = opening();
    desk.set(hours(opening, true)).says("away", "Back {opening}.");
    String id = desk.writes("hello");
    speak();
    desk.writes("hello?");
    speak();

    String shown = opening.format(DateTimeFormatter.ofPattern("M월 d일(E) HH:mm", Locale.KOREAN));
    assertEquals(List.of("Back " + shown + "."), desk.said(id));
    assertEquals("WAITING", desk.of(id, "status"));
  }

  @Test
  void doesNotGreetOutsideTheHours() {
    desk.set(hours(opening(), true)).says("greeting", "Welcome.");
    String id = desk.writes("hello");
    speak();

    assertEquals(List.of(), desk.said(id));
  }

  @Test
  void closesWhatComesOutsideTheHoursWhereNoneIsTakenUp() {
    desk.set(hours(opening(), false)).says("away", "Closed.");
    String id = desk.writes("hello");
    speak();

    assertEquals(List.of("Closed."), desk.said(id));
    assertEquals("OUTSIDE_HOURS", desk.of(id, "closeReason"));
  }

  @Test
  void tellsWhoHasItNow() {
    desk.says("assigned", "{counselor} is here.");
    String id = desk.writes("hello");
    desk.call(id, "assign");
    speak();
    speak();
    desk.shop
        .as("agent")
        .body(Map.of("assigneeId", desk.shop.memberId("manager")))
        .post("/api/v1/consultations/{id}/transfer", id)
        .then()
        .statusCode(200);
    speak();

    List<String> said = desk.said(id);
    assertEquals(2, said.size(), said.toString());
    assertEquals(true, said.get(0).startsWith("agent "), said.get(0));
    assertEquals(true, said.get(1).startsWith("manager "), said.get(1));
  }

  @Test
  void saysGoodbyeAndAsksHowItWas() {
    JsonObject messages =
        new JsonObject()
            .put("closing", new JsonObject().put("text", "Goodbye."))
            .put("survey", new JsonObject().put("text", "How was it?"));
    desk.set(new JsonObject().put("messages", messages));
    String id = desk.writes("hello");
    desk.answers(id, "answer");
    desk.call(id, "close");
    speak();
    speak();

    assertEquals(List.of("Goodbye.", "How was it?"), desk.said(id));
    List<String> codes =
        desk.shop
            .as("agent")
            .get("/api/v1/consultations/{id}/messages?order=desc&limit=1", id)
            .then()
            .extract()
            .path("items[0].content.quickReply.buttonList.data.code");
    assertEquals(5, codes.size());

    desk.presses(codes.get(3));
    clock.advance(Duration.ofMinutes(50));
    desk.shop.writes(desk.user, "quick and friendly, 010-1234-5678");

    assertEquals(id, desk.shop.newestConsultation());
    assertEquals(4, desk.of(id, "rating.score"));
    assertEquals("quick and friendly, 010-1234-5678", desk.of(id, "rating.comment"));
    for (String path : List.of("/api/v1/consultations", "/api/v1/consultations/" + id)) {
      String seen = desk.shop.as("observer").get(path).then().statusCode(200).extract().asString();
      assertTrue(seen.contains("quick and friendly, ***"), seen);
    }
    assertEquals("CLOSED", desk.of(id, "status"));
    assertNotEquals(id, desk.writes("one more question"));
  }

  @Test
  void whatComesAfterTheHourIsNoComment() {
    String id = desk.writes("hello");
    desk.call(id, "close");
    desk.presses("talkgate.rating." + id + ".2");
    desk.presses("talkgate.rating." + id + ".5");
    clock.advance(Duration.ofMinutes(61));

    assertNotEquals(id, desk.writes("hello again"));
    assertEquals(5, desk.of(id, "rating.score"));
    assertNull(desk.of(id, "rating.comment"));
  }

  @Test
  void nobodyRatesAnothersConsultation() {
    String id = desk.writes("hello");
    desk.call(id, "close");
    Desk other = new Desk();
    other.presses("talkgate.rating." + id + ".1");

    assertNull(desk.of(id, "rating"));
  }

  private void speak() {
    rules.speak().await().atMost(LIMIT);
  }

  private String delivery(String consultation) {
    return desk.shop
        .as("agent")
        .get("/api/v1/consultations/{id}/messages", consultation)
        .jsonPath()
        .getString("items.find { it.author.type == 'AUTO' }.delivery.status");
  }

  /** The day after tomorrow at nine. */
  private ZonedDateTime opening() {
    return clock
        .instant()
        .atZone(SEOUL)
        .plusDays(2)
        .withHour(9)
        .withMinute(0)
        .withSecond(0)
        .withNano(0);
  }

  private static JsonObject hours(ZonedDateTime opening, boolean acceptOutside) {
    JsonObject shift =
        new JsonObject()
            .put("day", opening.getDayOfWeek().name())
            .put("from", "09:00")
            .put("until", "10:00");
    JsonObject hours =
        new JsonObject()
            .put("kept", true)
            .put("timeZone", SEOUL.getId())
            .put("weekly", new JsonArray().add(shift))
            .put("holidays", new JsonObject().put("publicHolidays", false))
            .put("acceptOutside", acceptOutside);
    return new JsonObject().put("hours", hours);
  }
}
