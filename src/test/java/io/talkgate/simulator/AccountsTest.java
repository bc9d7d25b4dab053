package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
  private final Harness sim = new Harness();

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void generatesTheKeyAsPartnerCenterDoes() {
    Answer one = sim.post("/api/accounts", new JsonObject().put("accountId", "W45MM0"));
    Answer other = sim.post("/api/accounts", new JsonObject().put("accountId", "wuaffg0"));

    assertEquals(201, one.status());
    assertTrue(one.text("sendApiKey").length() >= 30);
    assertNotEquals(one.text("sendApiKey"), other.text("sendApiKey"));
    assertEquals(2, sim.fetch("/api/accounts").items().size());
  }

  @Test
  void findsAnAccountInAnyCaseAndShowsItAsTyped() {
    sim.post("/api/accounts", new JsonObject().put("accountId", "W45MM0"));

    assertEquals("W45MM0", sim.fetch("/api/accounts/w45mm0").text("accountId"));
    assertEquals(
        409, sim.post("/api/accounts", new JsonObject().put("accountId", "w45mm0")).status());
    assertEquals(404, sim.fetch("/api/accounts/other").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"accountId\":\"has space\"}",
        "{\"accountId\":\"a1\",\"webhookUrl\":\"ftp://x/y\"}",
        "{\"accountId\":\"a1\",\"events\":[\"nonsense\"]}",
        "{\"accountId\":\"a1\",\"handover\":\"yes\"}",
        "{\"accountId\":\"a1\",\"sendApiKey\":\"line\\nbreak\"}"
      })
  void refusesWhatIsNoAccount(String body) {
    Answer answer = sim.exchange("POST", "/api/accounts", body);

    assertEquals(400, answer.status());
    assertEquals("VALIDATION", answer.text("code"));
    assertEquals(404, sim.fetch("/api/accounts/a1").status());
  }

  @Test
  void changesOnlyWhatIsGiven() {
    sim.account();

    Answer changed = sim.patch("/api/accounts/WC8B1I", new JsonObject().put("handover", true));

    assertEquals("true", changed.text("handover"));
    assertEquals(sim.webhook.url(), changed.text("webhookUrl"));
    assertEquals(5, changed.json().getJsonArray("events").size());
  }

  @Test
  void forgetsADeletedAccountAndItsKey() {
    String user = sim.customer(sim.account());

    assertEquals(200, sim.exchange("DELETE", "/api/accounts/wc8b1i", "").status());

    assertEquals(404, sim.fetch("/api/accounts/wc8b1i").status());
    assertEquals("01", sim.sendApi(Events.sendText(user, "hi")).resultCode());
  }

  @Test
  void givesCustomersOpaqueUsers() {
    sim.account();

    String user = sim.customer("wc8b1i");

    assertTrue(user.matches("[A-Za-z0-9_-]{22}"), user);
    assertEquals(1, sim.fetch("/api/accounts/wc8b1i/customers").items().size());
    assertEquals(404, sim.fetch("/api/accounts/wc8b1i/customers/nobody/transcript").status());
  }

  @Test
  void refusesALargeBody() {
    Answer answer = sim.exchange("POST", "/api/accounts", "x".repeat(1024 * 1024 + 1));

    assertEquals(413, answer.status());
    assertFalse(answer.body().isEmpty());
  }
}
