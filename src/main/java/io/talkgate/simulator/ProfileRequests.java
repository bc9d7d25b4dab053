package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * {@code event: profile} of the send API: asks the customer, or passes on at once what was agreed
 * to before.
 */
final class ProfileRequests {
  /** An address is chosen anew each time (NAVER's profile page). */
  private static final Set<String> WITHOUT_DIALOG = Set.of("nickname", "cellphone");

  private final Consents consents;
  private final Webhooks webhooks;
  private final Journal journal;

  ProfileRequests(Consents consents, Webhooks webhooks, Journal journal) {
    this.consents = consents;
    this.webhooks = webhooks;
    this.journal = journal;
  }

  SendOutcome request(Account account, Customer customer, JsonObject event) {
    JsonObject options = Fields.object(event, "options");
    String field = Fields.text(options, "field", "");
    journal.note(account, customer, Side.SEND_API, event);
    if (WITHOUT_DIALOG.contains(field) && customer.agreed().containsKey(field)) {
      webhooks.deliver(account, customer, profile(customer, field));
    } else {
      consents.start(account, customer, field, Fields.texts(options, "agreements"));
    }
    return SendOutcome.silent(SendAnswer.accepted());
  }

  private static JsonObject profile(Customer customer, String field) {
    JsonObject options =
        new JsonObject().put("result", "SUCCESS").put(field, customer.agreed().getValue(field));
    return new JsonObject()
        .put("event", "profile")
        .put("options", options)
        .put("user", customer.user());
  }
}
