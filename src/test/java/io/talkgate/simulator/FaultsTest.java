package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  private final Harness sim = new Harness();
  private final String user = sim.customer(sim.account());

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void refusesWithTheGivenCodeAsOftenAsTold() {
    sim.faults(
        new JsonObject().put("resultCode", "99").put("resultMessage", "알 수 없는 오류").put("times", 2));

    assertEquals("99", send("a").resultCode());
    assertEquals("알 수 없는 오류", send("b").resultMessage());
    assertEquals("00", send("c").resultCode());

    assertEquals("c", textOf(sim.webhook.next("echo")));
    assertEquals(1, transcriptSize());
  }

  @ParameterizedTest
  @CsvSource({"html,200", "empty,200", "redirect,302", "500,500", "429,429"})
  void answersWhatNaverDoesNotDocument(String kind, int status) {
    sim.faults(new JsonObject().put("answer", kind));

    Answer answer = send("a");

    assertEquals(status, answer.status());
    assertEquals(-1, answer.body().indexOf("resultCode"));
    assertEquals(0, transcriptSize());
  }

  @ParameterizedTest
  @ValueSource(strings = {"half", "reset"})
  void breaksTheConnection(String kind) {
    sim.faults(new JsonObject().put("answer", kind).put("echo", true));
    String body = Events.sendText(user, "a").encode();

    assertThrows(
        IOException.class,
        () -> sim.attempt("POST", "/naver/chatbot/v1/event", body, "Authorization", Harness.KEY));

    assertEquals("a", textOf(sim.webhook.next("echo")));
  }

  @Test
  void staysSilentAndStillAccepts() {
    sim.faults(new JsonObject().put("answer", "silence").put("echo", true));
    var pending = java.util.concurrent.CompletableFuture.supplyAsync(() -> send("a"));

    assertEquals("a", textOf(sim.webhook.next("echo")));
    assertTrue(!pending.isDone());
    pending.cancel(true);
  }

  @Test
  void delaysTheAnswer() {
    sim.faults(new JsonObject().put("delayMillis", 300));
    long start = System.nanoTime();

    assertEquals("00", send("a").resultCode());

    assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) >= 300);
  }

  @Test
  void leavesOutTheEcho() {
    sim.faults(new JsonObject().put("echo", false).put("times", 1));

    assertEquals("00", send("silent").resultCode());
    send("heard");

    assertEquals("heard", textOf(sim.webhook.next("echo")));
    assertEquals(2, transcriptSize());
  }

  @Test
  void echoesTwice() {
    sim.faults(new JsonObject().put("echo", "twice"));

    send("a");

    JsonObject first = sim.webhook.next("echo");
    assertEquals(first, sim.webhook.next("echo"));
  }

  @Test
  void echoesBeforeTheAnswer() {
    sim.faults(new JsonObject().put("echo", "before-answer"));

    send("a");

    assertEquals(1, sim.webhook.waiting());
  }

  @Test
  void acceptsInSpiteOfTheFaultIfTold() {
    sim.faults(new JsonObject().put("answer", "500").put("echo", false).put("accepted", true));

    assertEquals(500, send("a").status());

    assertEquals(1, transcriptSize());
  }

  @Test
  void clearsFaults() {
    sim.faults(new JsonObject().put("resultCode", "02"));
    assertEquals("02", send("a").resultCode());

    sim.exchange("DELETE", "/api/accounts/wc8b1i/faults", "");

    assertEquals("00", send("a").resultCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"answer\":\"x\"}|answer",
        "{\"echo\":\"thrice\"}|echo",
        "{\"delayMillis\":60001}|delayMillis",
        "{\"times\":0}|times"
      })
  void namesWrongFaults(String body, String field) {
    Answer answer = sim.exchange("PUT", "/api/accounts/wc8b1i/faults", body);

    assertEquals(400, answer.status());
    assertEquals(field, answer.text("detail"));
  }

  private Answer send(String text) {
    return sim.sendApi(Events.sendText(user, text));
  }

  private int transcriptSize() {
    return sim.fetch("/api/accounts/wc8b1i/customers/" + user + "/transcript").items().size();
  }

  private static String textOf(JsonObject event) {
    return event.getJsonObject("textContent").getString("text");
  }
}
