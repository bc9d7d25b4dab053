package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendApiTest {
  private final Harness sim = new Harness();
  private final String user = sim.customer(sim.account());

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void acceptsATextAndShowsItToTheCustomer() {
    Answer answer = sim.sendApi(Events.sendText(user, "안녕하세요"));

    assertEquals(200, answer.status());
    assertEquals("true", answer.text("success"));
    assertEquals("00", answer.resultCode());
    JsonObject line = transcript().getJsonObject(0);
    assertEquals("SEND_API", line.getString("from"));
    assertEquals(
        "안녕하세요", line.getJsonObject("body").getJsonObject("textContent").getString("text"));
  }

  @Test
  void answers01ToAnUnknownKey() {
    Answer answer = sim.sendApi("wrong", Events.sendText(user, "hi").encode());

    assertEquals(200, answer.status());
    assertEquals("01", answer.resultCode());
    assertEquals("false", answer.text("success"));
    assertEquals("Authorization 정보 오류", answer.resultMessage());
  }

  @Test
  void answers01WithoutAKeyAtAll() {
    assertEquals("01", sim.exchange("POST", "/naver/chatbot/v1/event", "{}").resultCode());
  }

  @Test
  void answers99ToAnUnknownUser() {
    Answer answer = sim.sendApi(Events.sendText("nobody", "hi"));

    assertEquals("99", answer.resultCode());
    assertEquals("잘못된 user 값 : nobody", answer.resultMessage());
  }

  @Test
  void answers01ToAUserOfAnotherAccount() {
    sim.post("/api/accounts", new JsonObject().put("accountId", "other"));
    String foreign = sim.customer("other");

    Answer answer = sim.sendApi(Events.sendText(foreign, "hi"));

    assertEquals("01", answer.resultCode());
    assertEquals("권한없는 파트너", answer.resultMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{",
        "[]",
        "\"text\"",
        "null",
        "{\"event\":\"send\"}",
        "{\"user\":\"u\"}",
        "{\"event\":\"dance\",\"user\":\"u\"}"
      })
  void answers02ToBadJsonAndMissingValues(String body) {
    Answer answer = sim.sendApi(Harness.KEY, body);

    assertEquals(200, answer.status());
    assertEquals("02", answer.resultCode());
  }

  @Test
  void showsTypingWithoutAMessage() {
    JsonObject on = new JsonObject().put("action", "typingOn");

    assertEquals("00", sim.sendApi(Events.options("action", user, on)).resultCode());
    assertEquals(
        "02",
        sim.sendApi(Events.options("action", user, new JsonObject().put("action", "x")))
            .resultCode());
    assertEquals(0, transcript().size());
  }

  @ParameterizedTest
  @CsvSource({
    "single,1,00",
    "single,15,00",
    "single,16,02",
    "list,4,00",
    "list,5,02",
    "list,0,02",
    "grid,1,02"
  })
  void takesProductsWithinTheirLimits(String displayType, int count, String code) {
    JsonArray ids = new JsonArray();
    for (int i = 0; i < count; i++) {
      ids.add(1_002_324_883L + i);
    }
    JsonObject options = new JsonObject().put("ids", ids).put("displayType", displayType);

    assertEquals(code, sim.sendApi(Events.options("product", user, options)).resultCode());
  }

  @Test
  void refusesAHandoverUnlessItIsSwitchedOn() {
    JsonObject pass = new JsonObject().put("control", "passThread").put("targetId", 1);
    JsonObject event = Events.options("handover", user, pass).put("partner", "WC8B1I");

    assertEquals("01", sim.sendApi(event).resultCode());
    sim.patch("/api/accounts/wc8b1i", new JsonObject().put("handover", true));
    assertEquals("00", sim.sendApi(event).resultCode());
    assertEquals(
        "PARTNER_CENTER", sim.fetch("/api/accounts/wc8b1i/customers/" + user).text("thread"));
    assertEquals("02", sim.sendApi(event.copy().put("options", new JsonObject())).resultCode());
  }

  @Test
  void answers429AfterThirtyCallsInThreeSeconds() {
    String unknown = Events.sendText("nobody", "hi").encode();
    for (int i = 1; i < 30; i++) {
      assertEquals(200, sim.sendApi(Harness.KEY, unknown).status(), "call " + i);
    }

    assertEquals(429, sim.sendApi(Harness.KEY, unknown).status());
    assertEquals(429, sim.sendApi(Harness.KEY, unknown).status());
  }

  @Test
  void logsCallsWithoutTheKey() {
    sim.sendApi(Events.sendText(user, "logged"));

    Answer calls = sim.fetch("/api/accounts/wc8b1i/calls");
    JsonObject call = calls.json().getJsonArray("sendApi").getJsonObject(0);
    assertTrue(call.getString("body").contains("logged"));
    assertEquals("00", call.getJsonObject("answer").getString("resultCode"));
    assertEquals(-1, calls.body().indexOf(Harness.KEY));
  }

  private JsonArray transcript() {
    return sim.fetch("/api/accounts/wc8b1i/customers/" + user + "/transcript").items();
  }
}
