package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads {@code PUT …/faults}. */
final class FaultForm {
  private static final Duration MAX_DELAY = Duration.ofMinutes(1);

  private final JsonObject json;

  FaultForm(JsonObject json) {
    this.json = json;
  }

  /** The first wrong field, or null. */
  @Nullable String problem() {
    if (given("answer") && BrokenAnswer.of(json.getValue("answer")) == null) {
      return "answer";
    }
    if (given("echo") && EchoMode.of(json.getValue("echo")) == null) {
      return "echo";
    }
    long delay = Fields.number(json, "delayMillis", 0);
    if (delay < 0 || delay > MAX_DELAY.toMillis()) {
      return "delayMillis";
    }
    return given("times") && Fields.number(json, "times", 0) < 1 ? "times" : null;
  }

  FaultPlan plan() {
    return new FaultPlan(
        Fields.text(json, "resultCode"),
        Fields.text(json, "resultMessage"),
        Duration.ofMillis(Fields.number(json, "delayMillis", 0)),
        given("answer") ? BrokenAnswer.of(json.getValue("answer")) : null,
        EchoMode.of(json.getValue("echo")),
        Fields.flag(json, "accepted"),
        given("times") ? (int) Math.min(Fields.number(json, "times", 0), Integer.MAX_VALUE) : -1);
  }

  boolean blocksWebhook() {
    return Fields.flag(json, "webhookBlocked", false);
  }

  private boolean given(String name) {
    return json.getValue(name) != null;
  }
}
