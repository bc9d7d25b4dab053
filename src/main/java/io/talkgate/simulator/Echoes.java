package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@code echo} events (protocol §2): whatever the partner side sent comes back to the
 * webhook.
 */
final class Echoes {
  static final int PARTNER_CENTER = 1;

  /** NAVER's number of a chatbot in {@code sourceId} and {@code threadOwnerId}. */
  static final int CHATBOT = 10_007;

  private static final List<String> CONTENTS =
      List.of("textContent", "imageContent", "compositeContent", "marketingContent");

  private Echoes() {}

  /** The echo of our own message, with {@code hosted} contents. */
  static JsonObject ofSendApi(Account account, Customer customer, JsonObject hosted) {
    JsonObject echo = echo(account, customer, hosted);
    echo.put("options", options(account, customer, CHATBOT, null).mergeIn(productOptions(hosted)));
    return echo.put("messageId", Fields.number(hosted, "messageId", 0));
  }

  /** The echo of what a Partner Center agent did. */
  static JsonObject ofAgent(Account account, Customer customer, JsonObject event, String nickname) {
    JsonObject echo = echo(account, customer, event);
    echo.put("options", options(account, customer, PARTNER_CENTER, nickname));
    return event.containsKey("messageId")
        ? echo.put("messageId", Fields.number(event, "messageId", 0))
        : echo;
  }

  /** The echo of a marketing message: no agent stands behind it. */
  static JsonObject ofMarketing(Account account, Customer customer, JsonObject event) {
    JsonObject echo = echo(account, customer, event);
    echo.put("options", options(account, customer, PARTNER_CENTER, null));
    return echo.put("messageId", Fields.number(event, "messageId", 0));
  }

  private static JsonObject echo(Account account, Customer customer, JsonObject event) {
    JsonObject echo =
        new JsonObject()
            .put("event", "echo")
            .put("echoedEvent", Fields.text(event, "event", ""))
            .put("user", customer.user())
            .put("partner", account.id());
    for (String content : CONTENTS) {
      if (event.getValue(content) instanceof JsonObject given) {
        echo.put(content, given.copy());
      }
    }
    return echo;
  }

  private static JsonObject options(
      Account account, Customer customer, int source, @Nullable String nickname) {
    JsonObject options = new JsonObject().put("mobile", false);
    if (account.handover()) {
      options.put("sourceId", source);
      options.put("threadOwnerId", customer.atPartnerCenter() ? PARTNER_CENTER : CHATBOT);
    }
    return nickname == null ? options : options.put("managerNickname", nickname);
  }

  /** A product message has no content: its numbers ride in the options. */
  private static JsonObject productOptions(JsonObject event) {
    return "product".equals(Fields.text(event, "event"))
        ? Fields.object(event, "options").copy()
        : new JsonObject();
  }
}
