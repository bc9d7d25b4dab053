package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsentTest {
  @Test
  void refusesSendsAndHoldsEventsUntilTheCustomerAnswers() {
    try (Harness sim = new Harness()) {
      String user = sim.customer(sim.account());

      assertEquals("00", request(sim, user, "cellphone").resultCode());
      Answer refused = sim.sendApi(Events.sendText(user, "too early"));
      Answer held = sim.says(user, "waits");
      Answer agreed = answer(sim, user, "SUCCESS");

      assertEquals("01", refused.resultCode());
      assertEquals("현재 이 사용자에게 메시지를 보낼 수 없음", refused.resultMessage());
      assertFalse(held.delivered());
      assertEquals("HELD_BY_CONSENT", held.text("reason"));
      assertTrue(agreed.delivered());
      JsonObject options = sim.webhook.next("profile").getJsonObject("options");
      assertEquals("SUCCESS", options.getString("result"));
      assertEquals("01012341234", options.getString("cellphone"));
      sim.webhook.next("send");
      assertEquals("00", sim.sendApi(Events.sendText(user, "now")).resultCode());
    }
  }

  @Test
  void holdsOnlyThatCustomer() {
    try (Harness sim = new Harness()) {
      String user = sim.customer(sim.account());
      String other = sim.customer("wc8b1i");
      request(sim, user, "nickname");

      assertEquals("00", sim.sendApi(Events.sendText(other, "hi")).resultCode());
      assertTrue(sim.says(other, "hi").delivered());
    }
  }

  @Test
  void endsBySilenceWithoutAProfileEvent() {
    try (Harness sim = new Harness(impatient())) {
      String user = sim.customer(sim.account());
      request(sim, user, "nickname");
      sim.says(user, "waits");

      sim.webhook.next("send");

      assertEquals("00", sim.sendApi(Events.sendText(user, "now")).resultCode());
      sim.webhook.next("echo");
    }
  }

  @Test
  void passesOnAtOnceWhatWasAgreedBeforeUntilItIsWithdrawn() {
    try (Harness sim = new Harness()) {
      String user = sim.customer(sim.account());
      request(sim, user, "nickname");
      answer(sim, user, "SUCCESS");
      request(sim, user, "nickname");

      assertEquals(
          "kim", sim.webhook.next("profile").getJsonObject("options").getString("nickname"));
      assertEquals(
          "kim", sim.webhook.next("profile").getJsonObject("options").getString("nickname"));

      JsonObject withdrawal =
          new JsonObject().put("result", "WITHDRAW").put("withdrawals", Events.list("nickname"));
      sim.event(user, Events.options("profile", user, withdrawal));
      assertEquals(
          "WITHDRAW", sim.webhook.next("profile").getJsonObject("options").getString("result"));
      request(sim, user, "nickname");
      assertEquals("01", sim.sendApi(Events.sendText(user, "asked again")).resultCode());
    }
  }

  @Test
  void checksTheRequest() {
    try (Harness sim = new Harness()) {
      String user = sim.customer(sim.account());

      assertEquals("02", request(sim, user, "shoeSize").resultCode());
      JsonObject options =
          new JsonObject().put("field", "nickname").put("agreements", Events.list("shoeSize"));
      assertEquals("02", sim.sendApi(Events.options("profile", user, options)).resultCode());
    }
  }

  private static SimulatorSettings impatient() {
    return SimulatorSettings.naver()
        .waiting(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(10));
  }

  private static Answer request(Harness sim, String user, String field) {
    return sim.sendApi(Events.options("profile", user, new JsonObject().put("field", field)));
  }

  private static Answer answer(Harness sim, String user, String result) {
    return sim.event(user, Events.options("profile", user, new JsonObject().put("result", result)));
  }
}
