package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Events of the send API as tests need them. */
final class Events {
  private Events() {}

  static JsonObject text(String text) {
    return new JsonObject().put("textContent", new JsonObject().put("text", text));
  }

  static JsonObject send(String user, JsonObject content) {
    return new JsonObject().put("event", "send").put("user", user).mergeIn(content);
  }

  static JsonObject sendText(String user, String text) {
    return send(user, text(text));
  }

  static JsonObject image(String url) {
    return new JsonObject().put("imageContent", new JsonObject().put("imageUrl", url));
  }

  static JsonObject composite(JsonObject... composites) {
    return new JsonObject()
        .put(
            "compositeContent", new JsonObject().put("compositeList", list((Object[]) composites)));
  }

  static JsonObject quickReply(JsonObject... buttons) {
    JsonObject quickReply = new JsonObject().put("buttonList", list((Object[]) buttons));
    return new JsonObject()
        .put("textContent", new JsonObject().put("text", "?").put("quickReply", quickReply));
  }

  static JsonObject options(String event, String user, JsonObject options) {
    return new JsonObject().put("event", event).put("user", user).put("options", options);
  }

  static JsonObject textButton(String title) {
    return button("TEXT", new JsonObject().put("title", title).put("code", "c"));
  }

  static JsonObject button(String type, JsonObject data) {
    return new JsonObject().put("type", type).put("data", data);
  }

  static JsonArray list(Object... values) {
    return new JsonArray(java.util.Arrays.asList(values));
  }
}
