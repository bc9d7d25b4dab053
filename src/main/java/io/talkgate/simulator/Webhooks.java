package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * Sends events to the accounts' webhooks as NAVER does: only ticked ones, only while the account is
 * not blocked, one customer's in order, each once (protocol §2).
 */
final class Webhooks {
  static final String JSON = "application/json;charset=UTF-8";

  private final WebhookCaller caller;
  private final Journal journal;
  private Replies replies = (account, customer, event, delivery) -> {};

  /** Takes the answers, which may carry an event to send back. */
  interface Replies {
    void answered(Account account, Customer customer, String event, Delivery delivery);
  }

  Webhooks(WebhookCaller caller, Journal journal) {
    this.caller = caller;
    this.journal = journal;
  }

  void passAnswersTo(Replies sink) {
    replies = sink;
  }

  Future<Delivery> deliver(Account account, Customer customer, JsonObject event) {
    String name = Fields.text(event, "event", "");
    if (!account.wants(name)) {
      Delivery none = Delivery.none("EVENT_NOT_SELECTED");
      log(account, customer, name, event.toBuffer(), none);
      return Future.succeededFuture(none);
    }
    return deliver(account, customer, name, event.toBuffer(), JSON);
  }

  /** Sends any bytes. {@code name} is what the log calls them. */
  Future<Delivery> deliver(
      Account account, Customer customer, String name, Buffer body, String contentType) {
    Future<Delivery> delivery =
        customer.lane().full()
            ? Future.succeededFuture(Delivery.none("QUEUE_FULL"))
            : customer.lane().then(() -> attempt(account, name, body, contentType));
    return delivery
        .onSuccess(done -> log(account, customer, name, body, done))
        .onSuccess(done -> replies.answered(account, customer, name, done));
  }

  private Future<Delivery> attempt(Account account, String name, Buffer body, String contentType) {
    String url = account.webhookUrl();
    if (url == null) {
      return Future.succeededFuture(Delivery.none("NO_WEBHOOK"));
    }
    if (account.block().since() != null) {
      return Future.succeededFuture(Delivery.none("BLOCKED"));
    }
    return caller
        .call(url, body, contentType)
        .map(Delivery::of)
        .onSuccess(delivery -> count(account, name, delivery));
  }

  /** A refused payment is an answer, not a failure: any status but 200 says "do not approve". */
  private void count(Account account, String name, Delivery delivery) {
    boolean refusal = name.equals("pay_complete") && delivery.status() != 0;
    if (!delivery.delivered() && !refusal) {
      account.block().failed(journal.now());
      journal.changed(account);
    }
  }

  private void log(
      Account account, Customer customer, String name, Buffer body, Delivery delivery) {
    JsonObject call =
        delivery
            .toJson()
            .put("time", journal.now().toString())
            .put("event", name)
            .put("user", customer.user())
            .put("body", CallLog.shortened(body.toString()))
            .put("answer", CallLog.shortened(delivery.answer().toString()));
    journal.webhookCall(account, call);
  }
}
