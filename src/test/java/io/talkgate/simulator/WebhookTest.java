package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private final Harness sim =
      new Harness(
          SimulatorSettings.naver()
              .waiting(Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofSeconds(10)));
  private final String user = sim.customer(sim.account());

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void sendsTheEventWithTheUserFilledIn() {
    Answer answer = sim.says(user, "hello");

    assertTrue(answer.delivered());
    assertEquals("200", answer.text("status"));
    JsonObject send = sim.webhook.next("send");
    assertEquals(user, send.getString("user"));
    assertEquals("hello", send.getJsonObject("textContent").getString("text"));
  }

  @Test
  void tellsHowTheCustomerCameIn() {
    sim.event(user, Events.options("friend", "x", new JsonObject().put("set", "on")));
    sim.event(
        user,
        Events.options("open", "x", new JsonObject().put("inflow", "button").put("from", "7")));
    sim.event(user, new JsonObject().put("event", "leave"));

    assertEquals("on", sim.webhook.next("friend").getJsonObject("options").getString("set"));
    JsonObject options = sim.webhook.next("open").getJsonObject("options");
    assertEquals("button", options.getString("inflow"));
    assertEquals("7", options.getString("from"));
    assertTrue(options.getBoolean("friend"));
    assertFalse(options.getBoolean("under14"));
    assertEquals(user, sim.webhook.next("leave").getString("user"));
  }

  @Test
  void sendsAnyOtherEventAsItIs() {
    sim.event(user, new JsonObject().put("event", "brandNew").put("field", 1));

    assertEquals(1, sim.webhook.next("brandNew").getInteger("field"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/x", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
  void sendsRawBytes(String type) {
    byte[] bytes = "{\"event\":\"send\", broken \u0000".getBytes(StandardCharsets.UTF_8);
    String path = "/api/accounts/wc8b1i/customers/" + user + "/raw";

    Answer answer =
        sim.exchange("POST", path, new String(bytes, StandardCharsets.UTF_8), "Content-Type", type);

    assertTrue(answer.delivered());
    WebhookTarget.Call call = sim.webhook.nextCall();
    assertArrayEquals(bytes, call.body().getBytes());
    assertEquals(type, call.contentType());
  }

  @Test
  void sendsOnlyTickedEvents() {
    sim.patch("/api/accounts/wc8b1i", new JsonObject().put("events", Events.list("open")));

    assertEquals("EVENT_NOT_SELECTED", sim.says(user, "unticked").text("reason"));
    sim.sendApi(Events.sendText(user, "echo is unticked too"));
    assertTrue(sim.event(user, new JsonObject().put("event", "open")).delivered());

    sim.webhook.next("open");
    assertEquals(0, sim.webhook.waiting());
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 400, 404, 429, 500, 503})
  void countsEveryStatusBut200AsFailure(int status) {
    sim.webhook.answersStatus(status);

    Answer answer = sim.says(user, "hi");

    assertFalse(answer.delivered());
    assertEquals(String.valueOf(status), answer.text("status"));
    assertEquals("STATUS_" + status, answer.text("reason"));
    assertEquals("1", sim.fetch("/api/accounts/wc8b1i").text("failuresLastHour"));
  }

  @Test
  void givesUpOnASlowAnswerAndNeverSendsItAgain() {
    sim.webhook.answers((call, response) -> {});

    assertEquals("READ_TIMEOUT", sim.says(user, "slow").text("reason"));

    sim.webhook.answersStatus(200);
    sim.says(user, "next");
    assertEquals("slow", textOf(sim.webhook.next("send")));
    assertEquals("next", textOf(sim.webhook.next("send")));
    assertEquals(0, sim.webhook.waiting());
  }

  @Test
  void countsAConnectionThatCannotBeMade() {
    sim.webhook.close();

    assertEquals("CONNECT_FAILED", sim.says(user, "hi").text("reason"));
    assertEquals("1", sim.fetch("/api/accounts/wc8b1i").text("failuresLastHour"));
  }

  @Test
  void keepsOneCustomersOrderWhileAnAnswerIsPending() {
    BlockingQueue<HttpServerResponse> pending = new LinkedBlockingQueue<>();
    sim.webhook.answers((call, response) -> pending.add(response));

    CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> sim.says(user, "first"));
    assertEquals("first", textOf(sim.webhook.next("send")));
    sim.sendApi(Events.sendText(user, "second"));
    String other = sim.customer("wc8b1i");
    sim.sendApi(Events.sendText(other, "overtakes"));

    assertEquals("overtakes", textOf(sim.webhook.next("echo")));
    assertFalse(first.isDone());
    pending.forEach(HttpServerResponse::end);
    assertEquals("second", textOf(sim.webhook.next("echo")));
    assertTrue(first.join().delivered());
  }

  @Test
  void sendsTheEventInAnAnswerToTheCustomerAtOnce() {
    answerOnce("open", Events.sendText("ignored", "welcome"));

    sim.event(user, new JsonObject().put("event", "open"));

    sim.webhook.next("open");
    JsonObject echo = sim.webhook.next("echo");
    assertEquals("welcome", textOf(echo));
    assertEquals(user, echo.getString("user"));
  }

  @Test
  void ignoresTheAnswerToLeave() {
    answerOnce("leave", Events.sendText(user, "come back"));

    sim.event(user, new JsonObject().put("event", "leave"));
    sim.says(user, "later");

    sim.webhook.next("leave");
    sim.webhook.next("send");
    assertEquals(
        2, sim.fetch("/api/accounts/wc8b1i/customers/" + user + "/transcript").items().size());
  }

  @Test
  void logsAttempts() {
    sim.says(user, "hello");

    JsonObject call =
        sim.fetch("/api/accounts/wc8b1i/calls").json().getJsonArray("webhook").getJsonObject(0);
    assertEquals("send", call.getString("event"));
    assertEquals(200, call.getInteger("status"));
    assertTrue(call.containsKey("millis"));
  }

  private void answerOnce(String event, JsonObject reply) {
    sim.webhook.answers(
        (call, response) -> {
          boolean asked = event.equals(call.json().getString("event"));
          response.end(asked ? reply.encode() : "");
        });
  }

  private static String textOf(JsonObject event) {
    return event.getJsonObject("textContent").getString("text");
  }
}
