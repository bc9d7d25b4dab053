package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EchoTest {
  private final Harness sim = new Harness();
  private final String user = sim.customer(sim.account());

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void echoesOurOwnMessageWithItsContent() {
    sim.sendApi(Events.sendText(user, "hello"));

    WebhookTarget.Call call = sim.webhook.nextCall();
    JsonObject echo = call.json();
    assertEquals("application/json;charset=UTF-8", call.contentType());
    assertEquals("echo", echo.getString("event"));
    assertEquals("send", echo.getString("echoedEvent"));
    assertEquals(user, echo.getString("user"));
    assertEquals("wc8b1i", echo.getString("partner"));
    assertEquals("hello", echo.getJsonObject("textContent").getString("text"));
    assertEquals(new JsonObject().put("mobile", false), echo.getJsonObject("options"));
  }

  @Test
  void countsMessagesPerChatRoom() {
    String other = sim.customer("wc8b1i");
    sim.says(user, "one");
    sim.sendApi(Events.sendText(user, "two"));
    sim.sendApi(Events.sendText(other, "first of another room"));

    assertEquals(1, sim.webhook.next("send").getInteger("messageId"));
    assertEquals(2, sim.webhook.next("echo").getInteger("messageId"));
    assertEquals(1, sim.webhook.next("echo").getInteger("messageId"));
  }

  @Test
  void echoesProductsWithTheirNumbers() {
    JsonObject options = new JsonObject().put("ids", Events.list(7)).put("displayType", "single");

    sim.sendApi(Events.options("product", user, options));

    JsonObject echo = sim.webhook.next("echo");
    assertEquals("product", echo.getString("echoedEvent"));
    assertEquals(7, echo.getJsonObject("options").getJsonArray("ids").getInteger(0));
  }

  @Test
  void doesNotEchoWhatWasRefused() {
    sim.sendApi(Events.sendText(user, ""));
    sim.sendApi(Events.sendText(user, "good"));

    assertEquals("good", sim.webhook.next("echo").getJsonObject("textContent").getString("text"));
  }

  @Test
  void echoesPartnerCenterAgentsByName() {
    JsonObject message = new JsonObject().put("text", "here").put("nickname", "박상담");

    sim.center(user, "messages", message);
    sim.center(user, "leave", message);

    JsonObject echo = sim.webhook.next("echo");
    assertEquals("here", echo.getJsonObject("textContent").getString("text"));
    assertEquals("박상담", echo.getJsonObject("options").getString("managerNickname"));
    assertFalse(echo.getJsonObject("options").containsKey("sourceId"));
    JsonObject left = sim.webhook.next("echo");
    assertEquals("leave", left.getString("echoedEvent"));
    assertNull(left.getJsonObject("textContent"));
  }

  @Test
  void echoesMarketingWithoutAName() {
    sim.center(user, "marketing", new JsonObject().put("text", "sale"));

    JsonObject echo = sim.webhook.next("echo");
    assertEquals("sale", echo.getJsonObject("marketingContent").getString("marketingText"));
    assertFalse(echo.getJsonObject("options").containsKey("managerNickname"));
  }
}
