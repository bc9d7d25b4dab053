package io.talkgate.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event on its way to the webhook.
 *
 * @param status the HTTP status, 0 if none came or nothing was sent
 * @param reason why it was not delivered, null if it was
 */
record Delivery(int status, long millis, @Nullable String reason, Buffer answer) {
  static Delivery none(String reason) {
    return new Delivery(0, 0, reason, Buffer.buffer());
  }

  static Delivery of(WebhookAttempt attempt) {
    String reason = attempt.failure();
    if (reason == null && attempt.status() != 200) {
      reason = "STATUS_" + attempt.status();
    }
    return new Delivery(attempt.status(), attempt.millis(), reason, attempt.body());
  }

  /** Success is status 200 and nothing else (protocol §2). */
  boolean delivered() {
    return status == 200;
  }

  JsonObject toJson() {
    JsonObject json =
        new JsonObject().put("delivered", delivered()).put("status", status).put("millis", millis);
    return reason == null ? json : json.put("reason", reason);
  }
}
