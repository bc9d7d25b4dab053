package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * What people do at Partner Center beside us (protocol §4): write, complete, leave, send marketing.
 */
final class PartnerCenter {
  private final Webhooks webhooks;
  private final Journal journal;

  PartnerCenter(Webhooks webhooks, Journal journal) {
    this.webhooks = webhooks;
    this.journal = journal;
  }

  /**
   * An agent writes. Where handover is on, that takes the thread unless {@code takesThread} is
   * false.
   */
  Future<Delivery> write(
      Account account, Customer customer, String text, String nickname, boolean takesThread) {
    JsonObject content = new JsonObject().put("text", text).put("inputType", "typing");
    JsonObject event = message(customer, "textContent", content);
    if (account.handover() && takesThread) {
      customer.setAtPartnerCenter(true);
    }
    journal.message(account, customer, Side.PARTNER_CENTER, event, nickname);
    journal.changed(account, customer);
    return webhooks.deliver(account, customer, Echoes.ofAgent(account, customer, event, nickname));
  }

  /** 상담 완료하기. Without handover nobody is told [118, 266]. */
  Future<Delivery> complete(Account account, Customer customer, String nickname, boolean autoEnd) {
    customer.setAtPartnerCenter(false);
    JsonObject metadata = new JsonObject().put("managerNickname", nickname).put("autoEnd", autoEnd);
    JsonObject event =
        new JsonObject()
            .put("event", "handover")
            .put("user", customer.user())
            .put("partner", account.id())
            .put(
                "options",
                new JsonObject().put("control", "passThread").put("metadata", metadata.encode()));
    journal.note(account, customer, Side.PARTNER_CENTER, event);
    journal.changed(account, customer);
    return account.handover()
        ? webhooks.deliver(account, customer, event)
        : Future.succeededFuture(Delivery.none("HANDOVER_OFF"));
  }

  Future<Delivery> leave(Account account, Customer customer, String nickname) {
    JsonObject event = new JsonObject().put("event", "leave");
    journal.note(account, customer, Side.PARTNER_CENTER, event);
    return webhooks.deliver(account, customer, Echoes.ofAgent(account, customer, event, nickname));
  }

  Future<Delivery> marketing(Account account, Customer customer, String text) {
    JsonObject content =
        new JsonObject()
            .put("marketingMessageNo", journal.now().toEpochMilli())
            .put("marketingText", text);
    JsonObject event = message(customer, "marketingContent", content);
    journal.message(account, customer, Side.PARTNER_CENTER, event, null);
    return webhooks.deliver(account, customer, Echoes.ofMarketing(account, customer, event));
  }

  private static JsonObject message(Customer customer, String name, JsonObject content) {
    return new JsonObject()
        .put("event", "send")
        .put(name, content)
        .put("messageId", customer.nextMessageId());
  }
}
