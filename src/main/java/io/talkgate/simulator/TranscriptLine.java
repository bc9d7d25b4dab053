package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chat window.
 *
 * @param id counts up within the chat window
 * @param event NAVER's event that made the line
 * @param body the content and options, as NAVER's event has them
 * @param nickname the Partner Center agent's, if one wrote it
 * @param messageId NAVER's sequence, if the line is a message
 */
record TranscriptLine(
    long id,
    Instant time,
    Side from,
    String event,
    JsonObject body,
    @Nullable String nickname,
    @Nullable Long messageId) {

  JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("time", time.toString())
            .put("from", from.name())
            .put("event", event)
            .put("body", body);
    if (nickname != null) {
      json.put("nickname", nickname);
    }
    if (messageId != null) {
      json.put("messageId", messageId);
    }
    return json;
  }

  static TranscriptLine of(JsonObject json) {
    return new TranscriptLine(
        Fields.number(json, "id", 0),
        Instant.parse(Fields.text(json, "time", "1970-01-01T00:00:00Z")),
        Side.valueOf(Fields.text(json, "from", "SYSTEM")),
        Fields.text(json, "event", ""),
        Fields.object(json, "body"),
        Fields.text(json, "nickname"),
        json.containsKey("messageId") ? Fields.number(json, "messageId", 0) : null);
  }
}
