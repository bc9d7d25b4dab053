package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentTest {
  private final Harness sim = new Harness(SimulatorSettings.naver().blockingAfter(1));
  private final String user = sim.customer(sim.account());

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void approvesBy200AndThenConfirms() {
    assertEquals("true", pay().text("approved"));

    sim.webhook.next("pay_complete");
    JsonObject result =
        sim.webhook
            .next("pay_confirm")
            .getJsonObject("options")
            .getJsonObject("paymentConfirmResult");
    assertEquals("Success", result.getString("code"));
    assertEquals("PAY1", result.getString("paymentId"));
  }

  @Test
  void takesAnyOtherStatusAsRefusalAndNotAsFailure() {
    sim.webhook.answers(
        (call, response) ->
            response.setStatusCode(409).end(Events.sendText("x", "sold out").encode()));

    assertEquals("false", pay().text("approved"));

    sim.webhook.next("pay_complete");
    sim.webhook.answersStatus(200);
    JsonObject echo = sim.webhook.next("echo");
    assertEquals("sold out", echo.getJsonObject("textContent").getString("text"));
  }

  private Answer pay() {
    JsonObject result = new JsonObject().put("code", "Success").put("paymentId", "PAY1");
    return sim.event(
        user, Events.options("pay_complete", user, new JsonObject().put("paymentResult", result)));
  }
}
