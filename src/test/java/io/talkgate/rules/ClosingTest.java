package io.talkgate.rules;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.talkgate.testing.SettableClock;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 8, 4: what the clock closes, and what it leaves alone. */
@QuarkusTest
class ClosingTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject DeskClock rules;
  @Inject SettableClock clock;
  @Inject MeterRegistry metrics;

  private Desk desk;

  @BeforeEach
  void aDeskThatClosesAfterAnHourWithAWarning() {
    desk = new Desk();
    desk.set(
        new JsonObject()
            .put(
                "closing",
                new JsonObject().put("customerSilentMinutes", 60).put("warnMinutesBefore", 10))
            .put(
                "messages",
                new JsonObject()
                    .put("customerSilent", new JsonObject().put("text", "Still there?"))));
  }

  @Test
  void warnsThenCloses() {
    String id = answered();

    after(49);
    assertEquals(List.of(), desk.said(id));
    after(2);
    after(1);
    assertEquals(List.of("Still there?"), desk.said(id));
    assertEquals("IN_PROGRESS", desk.of(id, "status"));
    after(10);

    assertEquals("INACTIVITY", desk.of(id, "closeReason"));
  }

  @Test
  void nobodyIsClosedUnwarned() {
    String id = answered();
    after(200);
    assertEquals("IN_PROGRESS", desk.of(id, "status"));
    assertEquals(List.of("Still there?"), desk.said(id));
    after(9);
    assertEquals("IN_PROGRESS", desk.of(id, "status"));
    after(2);
    assertEquals("CLOSED", desk.of(id, "status"));
  }

  @Test
  void aWordOfTheCustomerBeginsAnew() {
    String id = answered();
    after(51);
    desk.writes("yes, I am");
    after(100);
    assertEquals("IN_PROGRESS", desk.of(id, "status"));

    desk.answers(id, "good");
    after(51);
    after(11);
    assertEquals(List.of("Still there?", "Still there?"), desk.said(id));
    assertEquals("CLOSED", desk.of(id, "status"));
  }

  @Test
  void whatIsOnHoldIsLeftAlone() {
    String id = answered();
    desk.call(id, "hold");
    after(51);
    after(300);

    assertEquals("ON_HOLD", desk.of(id, "status"));
    assertEquals(List.of(), desk.said(id));
  }

  @Test
  void whoeverWaitsForUsIsNotClosedButReportedOnce() {
    desk.set(new JsonObject().put("closing", new JsonObject().put("replyDelayMinutes", 15)));
    String id = desk.writes("hello");
    double before = delays();

    after(14);
    assertEquals(before, delays());
    after(2);
    after(100);

    assertEquals(before + 1, delays());
    assertEquals("WAITING", desk.of(id, "status"));
    assertEquals(List.of(id), delayed());
    desk.answers(id, "answer");
    assertEquals(List.of(), delayed());
    after(100);
    desk.writes("and now?");
    after(16);
    assertEquals(before + 2, delays());
    desk.call(id, "close");
  }

  @Test
  void reopensWithinTheWindow() {
    desk.set(new JsonObject().put("closing", new JsonObject().put("reopenMinutes", 30)));
    String id = desk.writes("hello");
    desk.call(id, "close");
    clock.advance(Duration.ofMinutes(29));
    assertEquals(id, desk.writes("one more thing"));
    assertEquals("WAITING", desk.of(id, "status"));
    desk.call(id, "close");
    clock.advance(Duration.ofMinutes(31));

    assertNotEquals(id, desk.writes("something else"));
  }

  @Test
  void aWarningComesBeforeTheEnd() {
    desk.shop
        .as("manager")
        .body(Map.of("closing", Map.of("customerSilentMinutes", 10, "warnMinutesBefore", 10)))
        .put("/api/v1/links/{id}/settings", desk.link)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("closing.warnMinutesBefore"));
  }

  private String answered() {
    String id = desk.writes("hello");
    desk.answers(id, "answer");
    return id;
  }

  private void after(int minutes) {
    clock.advance(Duration.ofMinutes(minutes));
    rules.settle().await().atMost(LIMIT);
  }

  private List<String> delayed() {
    return desk.shop
        .as("agent")
        .get("/api/v1/consultations?delayed=true")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private double delays() {
    return metrics.get("talkgate.rules.reply.delays").counter().count();
  }
}
