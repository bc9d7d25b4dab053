package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** {@code pay_complete} asks, 200 approves, {@code pay_confirm} tells the result (protocol §2). */
final class Payments {
  private final Webhooks webhooks;
  private final Journal journal;

  Payments(Webhooks webhooks, Journal journal) {
    this.webhooks = webhooks;
    this.journal = journal;
  }

  Future<JsonObject> complete(Account account, Customer customer, JsonObject event) {
    return webhooks
        .deliver(account, customer, event)
        .map(answer -> answered(account, customer, event, answer));
  }

  private JsonObject answered(
      Account account, Customer customer, JsonObject event, Delivery answer) {
    boolean approved = answer.delivered();
    JsonObject told = new JsonObject().put("event", approved ? "pay_approved" : "pay_refused");
    journal.note(account, customer, Side.SYSTEM, told);
    if (approved) {
      webhooks.deliver(account, customer, confirmation(customer, event));
    }
    return answer.toJson().put("approved", approved);
  }

  private static JsonObject confirmation(Customer customer, JsonObject event) {
    JsonObject asked = Fields.object(Fields.object(event, "options"), "paymentResult");
    JsonObject result =
        new JsonObject()
            .put("code", "Success")
            .putNull("message")
            .put("paymentId", asked.getValue("paymentId"))
            .put(
                "detail", new JsonObject().put("merchantPayKey", asked.getValue("merchantPayKey")));
    return new JsonObject()
        .put("event", "pay_confirm")
        .put("user", customer.user())
        .put("options", new JsonObject().put("paymentConfirmResult", result));
  }
}
