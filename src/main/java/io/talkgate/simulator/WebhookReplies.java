package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * An event in the webhook's answer is sent to the customer at once; its {@code user} is ignored
 * (protocol §2).
 */
final class WebhookReplies implements Webhooks.Replies {
  private final SendApi sendApi;
  private final Webhooks webhooks;

  WebhookReplies(SendApi sendApi, Webhooks webhooks) {
    this.sendApi = sendApi;
    this.webhooks = webhooks;
  }

  /** {@code leave} ignores any body; a refused payment may say why (NAVER's pay page). */
  @Override
  public void answered(Account account, Customer customer, String event, Delivery delivery) {
    boolean counts = delivery.delivered() || event.equals("pay_complete");
    JsonObject reply = event.equals("leave") || !counts ? null : Fields.parse(delivery.answer());
    if (reply != null && reply.containsKey("event")) {
      reply.put("user", customer.user());
      sendApi.event(account, reply).onSuccess(outcome -> echo(account, outcome));
    }
  }

  Future<Delivery> echo(Account account, SendOutcome outcome) {
    SendOutcome.Echo echo = outcome.echo();
    return echo == null
        ? Future.succeededFuture(Delivery.none("NO_ECHO"))
        : webhooks.deliver(account, echo.customer(), echo.event());
  }
}
