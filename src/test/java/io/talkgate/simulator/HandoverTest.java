package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private final Harness sim = new Harness();
  private final String user = sim.customer(sim.account());

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void marksMessagesAsStandbyWhileAnAgentHoldsTheThread() {
    handoverOn();
    sim.center(user, "messages", new JsonObject().put("text", "I take over").put("nickname", "박"));
    sim.says(user, "thanks");
    sim.event(user, Events.text("yes").put("event", "send").put("textContent", pressed()));

    JsonObject options = sim.webhook.next("echo").getJsonObject("options");
    assertEquals(1, options.getInteger("sourceId"));
    assertEquals(1, options.getInteger("threadOwnerId"));
    assertTrue(sim.webhook.next("send").getBoolean("standby"));
    assertFalse(
        sim.webhook.next("send").containsKey("standby"), "a pressed button is the chatbot's");
  }

  @Test
  void givesTheThreadBackWhenTheAgentCompletes() {
    handoverOn();
    sim.sendApi(pass());
    sim.says(user, "hello?");
    Answer completed = sim.center(user, "complete", new JsonObject().put("nickname", "박"));
    sim.says(user, "hello again");

    assertTrue(completed.delivered());
    assertTrue(sim.webhook.next("send").getBoolean("standby"));
    JsonObject options = sim.webhook.next("handover").getJsonObject("options");
    assertEquals("passThread", options.getString("control"));
    JsonObject metadata = new JsonObject(options.getString("metadata"));
    assertEquals("박", metadata.getString("managerNickname"));
    assertFalse(metadata.getBoolean("autoEnd"));
    assertFalse(sim.webhook.next("send").containsKey("standby"));
  }

  @Test
  void letsTheChatbotTakeTheThreadBack() {
    handoverOn();
    sim.sendApi(pass());
    JsonObject take = new JsonObject().put("control", "takeThread");

    assertEquals(
        "00",
        sim.sendApi(Events.options("handover", user, take).put("partner", "wc8b1i")).resultCode());

    sim.says(user, "hi");
    assertFalse(sim.webhook.next("send").containsKey("standby"));
  }

  @Test
  void tellsTheThreadsOwnerInOurOwnEchoes() {
    handoverOn();
    sim.sendApi(Events.sendText(user, "ours"));

    JsonObject options = sim.webhook.next("echo").getJsonObject("options");
    assertEquals(Echoes.CHATBOT, options.getInteger("sourceId"));
    assertEquals(Echoes.CHATBOT, options.getInteger("threadOwnerId"));
  }

  @Test
  void tellsNothingOfACompletionWithoutHandover() {
    assertEquals("HANDOVER_OFF", sim.center(user, "complete", new JsonObject()).text("reason"));

    sim.says(user, "marker");
    sim.webhook.next("send");
  }

  private void handoverOn() {
    sim.patch("/api/accounts/wc8b1i", new JsonObject().put("handover", true));
  }

  private JsonObject pass() {
    JsonObject pass = new JsonObject().put("control", "passThread").put("targetId", 1);
    return Events.options("handover", user, pass).put("partner", "wc8b1i");
  }

  private static JsonObject pressed() {
    return new JsonObject().put("text", "yes").put("code", "YES").put("inputType", "button");
  }
}
