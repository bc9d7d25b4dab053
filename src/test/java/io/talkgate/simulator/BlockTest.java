package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockTest {
  private final Harness sim = new Harness(SimulatorSettings.naver().blockingAfter(3));
  private final String user = sim.customer(sim.account());

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void blocksSilentlyAfterRepeatedFailuresEvenIfOthersSucceed() {
    fail(2);
    sim.webhook.answersStatus(200);
    assertTrue(sim.says(user, "fine").delivered());
    fail(1);
    sim.webhook.answersStatus(200);

    assertEquals("BLOCKED", sim.says(user, "lost").text("reason"));
    assertEquals("00", sim.sendApi(Events.sendText(user, "sends still work")).resultCode());
    assertEquals("BLOCKED", sim.event(user, new JsonObject().put("event", "open")).text("reason"));
    assertEquals("true", sim.fetch("/api/accounts/wc8b1i").text("blocked"));
    assertEquals(4, sim.webhook.waiting());
  }

  @Test
  void savingTheSameUrlLiftsTheBlock() {
    fail(3);
    sim.webhook.answersStatus(200);
    assertFalse(sim.says(user, "lost").delivered());

    sim.patch("/api/accounts/wc8b1i", new JsonObject().put("handover", false));
    assertFalse(sim.says(user, "still lost").delivered());
    sim.patch("/api/accounts/wc8b1i", new JsonObject().put("webhookUrl", sim.webhook.url()));

    assertTrue(sim.says(user, "heard").delivered());
    assertEquals("0", sim.fetch("/api/accounts/wc8b1i").text("failuresLastHour"));
  }

  @Test
  void blocksOnlyTheAccountThatFailed() {
    sim.post(
        "/api/accounts",
        new JsonObject().put("accountId", "other").put("webhookUrl", sim.webhook.url()));
    String neighbour = sim.customer("other");
    fail(3);
    sim.webhook.answersStatus(200);

    String path = "/api/accounts/other/customers/" + neighbour + "/events";
    assertTrue(sim.post(path, new JsonObject().put("event", "open")).delivered());
  }

  @Test
  void forgetsFailuresOlderThanAnHourButNotABlock() {
    WebhookBlock block = new WebhookBlock(SimulatorSettings.naver().blockingAfter(2));
    Instant start = Instant.parse("2026-01-01T00:00:00Z");

    assertFalse(block.failed(start));
    assertFalse(block.failed(start.plus(Duration.ofHours(1))));
    assertNull(block.since());
    assertTrue(block.failed(start.plus(Duration.ofHours(1).plusSeconds(1))));
    block.failed(start.plus(Duration.ofDays(2)));
    assertNotNull(block.since());
  }

  @Test
  void blocksByFaultUntilThatIsCleared() {
    sim.faults(new JsonObject().put("webhookBlocked", true));
    assertEquals("BLOCKED", sim.says(user, "lost").text("reason"));

    sim.exchange("DELETE", "/api/accounts/wc8b1i/faults", "");

    assertTrue(sim.says(user, "heard").delivered());
  }

  private void fail(int times) {
    sim.webhook.answersStatus(500);
    for (int i = 0; i < times; i++) {
      assertFalse(sim.says(user, "fails").delivered());
    }
  }
}
