package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** What a customer does in the chat window, as NAVER tells the webhook (protocol §2). */
final class CustomerEvents {
  private final Webhooks webhooks;
  private final Consents consents;
  private final Payments payments;
  private final Journal journal;

  CustomerEvents(Webhooks webhooks, Consents consents, Payments payments, Journal journal) {
    this.webhooks = webhooks;
    this.consents = consents;
    this.payments = payments;
    this.journal = journal;
  }

  /**
   * Completes {@code given} as NAVER would, shows it in the window and sends it. Answers what
   * became of it.
   */
  Future<JsonObject> happen(Account account, Customer customer, JsonObject given) {
    JsonObject event = given.copy().put("user", customer.user());
    switch (Fields.text(event, "event", "")) {
      case "send" -> send(account, customer, event);
      case "open" -> open(customer, event);
      case "leave" -> customer.setEntered(false);
      case "friend" ->
          customer.setFriend(
              "on".equals(Fields.text(Fields.object(event, "options"), "set", "on")));
      case "profile" -> ProfileAnswers.complete(customer, event);
      default -> {}
    }
    if (!event.containsKey("messageId")) {
      journal.note(account, customer, Side.CUSTOMER, event);
    }
    journal.changed(account, customer);
    return deliver(account, customer, event);
  }

  private Future<JsonObject> deliver(Account account, Customer customer, JsonObject event) {
    if (consents.holds(account, customer, event)) {
      Consent consent = customer.consent();
      boolean held = consent != null && consent.hold(event);
      return Future.succeededFuture(
          Delivery.none(held ? "HELD_BY_CONSENT" : "QUEUE_FULL").toJson());
    }
    return switch (Fields.text(event, "event", "")) {
      case "profile" -> consents.answer(account, customer, event).map(Delivery::toJson);
      case "pay_complete" -> payments.complete(account, customer, event);
      default -> webhooks.deliver(account, customer, event).map(Delivery::toJson);
    };
  }

  /**
   * A pressed button goes to the chatbot even while Partner Center holds the thread (NAVER's
   * handover page).
   */
  private void send(Account account, Customer customer, JsonObject event) {
    String inputType = Fields.text(Fields.object(event, "textContent"), "inputType", "");
    if (customer.atPartnerCenter() && !inputType.equals("button")) {
      event.put("standby", true).put("partner", account.id());
    }
    customer.setEntered(true);
    event.put("messageId", customer.nextMessageId());
    event.put(
        "options", new JsonObject().put("mobile", false).mergeIn(Fields.object(event, "options")));
    journal.message(account, customer, Side.CUSTOMER, event, null);
  }

  private static void open(Customer customer, JsonObject event) {
    customer.setEntered(true);
    JsonObject usual =
        new JsonObject()
            .put("inflow", "none")
            .put("friend", customer.friend())
            .put("under14", false)
            .put("under19", false);
    event.put("options", usual.mergeIn(Fields.object(event, "options")));
  }
}
