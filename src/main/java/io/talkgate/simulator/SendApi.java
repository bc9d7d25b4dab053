package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** NAVER's send API behind the key: judges an event and lets it happen (protocol §3). */
final class SendApi {
  private static final Set<String> TO_A_USER =
      Set.of("send", "action", "product", "profile", "handover");

  private final Accounts accounts;
  private final MessageEvents messages;
  private final ProfileRequests profiles;
  private final Journal journal;

  SendApi(Accounts accounts, MessageEvents messages, ProfileRequests profiles, Journal journal) {
    this.accounts = accounts;
    this.messages = messages;
    this.profiles = profiles;
    this.journal = journal;
  }

  Future<SendOutcome> event(Account account, @Nullable JsonObject event) {
    if (event == null) {
      return refused(SendAnswer.badJson());
    }
    String name = Fields.text(event, "event", "");
    if (name.equals("persistentMenu")) {
      return Future.succeededFuture(menu(account, event));
    }
    String user = Fields.text(event, "user", "");
    if (!TO_A_USER.contains(name)) {
      return refused(SendAnswer.invalid("event is missing or unknown"));
    }
    if (user.isEmpty()) {
      return refused(SendAnswer.invalid("user is missing"));
    }
    Customer customer = account.customer(user);
    if (customer == null) {
      boolean elsewhere = accounts.knows(user);
      return refused(elsewhere ? SendAnswer.noPermission() : SendAnswer.unknownUser(user));
    }
    return toCustomer(account, customer, name, event);
  }

  private Future<SendOutcome> toCustomer(
      Account account, Customer customer, String name, JsonObject event) {
    if (name.equals("send")) {
      return customer.consent() == null
          ? messages.send(account, customer, event)
          : refused(SendAnswer.held());
    }
    String problem = OptionsCheck.problem(name, event);
    if (problem != null) {
      return refused(SendAnswer.invalid(problem));
    }
    if (name.equals("handover")) {
      return Future.succeededFuture(handover(account, customer, event));
    }
    return customer.consent() == null
        ? Future.succeededFuture(byOptions(account, customer, name, event))
        : refused(SendAnswer.held());
  }

  private SendOutcome byOptions(Account account, Customer customer, String name, JsonObject event) {
    return switch (name) {
      case "product" -> messages.product(account, customer, event);
      case "profile" -> profiles.request(account, customer, event);
      default -> typing(account, customer, event);
    };
  }

  private SendOutcome typing(Account account, Customer customer, JsonObject event) {
    String action = Fields.text(Fields.object(event, "options"), "action");
    journal.typing(account, customer, "typingOn".equals(action));
    return SendOutcome.silent(SendAnswer.accepted());
  }

  /** Works only with 핸드오버 API switched on, otherwise 01 [307]. */
  private SendOutcome handover(Account account, Customer customer, JsonObject event) {
    if (!account.handover()) {
      return SendOutcome.silent(SendAnswer.wrongKey());
    }
    if (!account.id().equalsIgnoreCase(Fields.text(event, "partner", ""))) {
      return SendOutcome.silent(SendAnswer.noPermission());
    }
    String control = Fields.text(Fields.object(event, "options"), "control");
    customer.setAtPartnerCenter("passThread".equals(control));
    journal.note(account, customer, Side.SEND_API, event);
    journal.changed(account, customer);
    return SendOutcome.silent(SendAnswer.accepted());
  }

  private SendOutcome menu(Account account, JsonObject event) {
    String problem = MenuCheck.problem(event);
    if (problem != null) {
      return SendOutcome.silent(SendAnswer.invalid(problem));
    }
    account.setMenu(
        event.getValue("menuContent") instanceof JsonArray menu ? menu : new JsonArray());
    journal.changed(account);
    return SendOutcome.silent(SendAnswer.accepted());
  }

  private static Future<SendOutcome> refused(SendAnswer answer) {
    return Future.succeededFuture(SendOutcome.silent(answer));
  }
}
