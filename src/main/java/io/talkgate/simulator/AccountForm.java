package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what Partner Center's pages would be told about an account. */
final class AccountForm {
  private static final int MAX_URL = 2_048;

  private final JsonObject json;

  AccountForm(JsonObject json) {
    this.json = json;
  }

  /** The first wrong field, or null. */
  @Nullable String problem() {
    Object url = json.getValue("webhookUrl");
    if (url != null && !(url instanceof String text && (text.isEmpty() || isUrl(text)))) {
      return "webhookUrl";
    }
    Object events = json.getValue("events");
    if (events != null
        && !(events instanceof JsonArray
            && Account.SELECTABLE.containsAll(Fields.texts(json, "events")))) {
      return "events";
    }
    Object handover = json.getValue("handover");
    return handover == null || handover instanceof Boolean ? null : "handover";
  }

  /** The account's id, or null if it is not letters and digits (protocol §1). */
  @Nullable String accountId() {
    String id = Fields.text(json, "accountId");
    return id != null && id.matches("[A-Za-z0-9]{1,40}") ? id : null;
  }

  /**
   * The key, a generated one as by [보내기 API 생성] if none is given, or null if it cannot be a header.
   */
  @Nullable String sendApiKey() {
    String key = Fields.text(json, "sendApiKey", Ids.sendApiKey());
    return key.matches("[\\x21-\\x7E]{1,500}") ? key : null;
  }

  /** Changes what is given and leaves the rest. */
  void applyTo(Account account) {
    if (json.containsKey("webhookUrl")) {
      String url = Fields.text(json, "webhookUrl", "");
      account.saveWebhookUrl(url.isEmpty() ? null : url);
    }
    if (json.getValue("events") != null) {
      account.select(Fields.texts(json, "events"));
    }
    Boolean handover = Fields.flag(json, "handover");
    if (handover != null) {
      account.setHandover(handover);
    }
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return text.length() <= MAX_URL && http && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
