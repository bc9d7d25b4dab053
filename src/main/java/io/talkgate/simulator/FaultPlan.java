package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at an account's send API.
 *
 * @param resultCode refuses with this code; "00" or null refuses nothing
 * @param delay waited before the answer
 * @param answer replaces the answer; null answers as NAVER does
 * @param echo null is the usual: one echo after the answer
 * @param accepted whether the message reaches the customer in spite of the fault; null decides by
 *     the other values
 * @param times calls left that it applies to; negative for all
 */
record FaultPlan(
    @Nullable String resultCode,
    @Nullable String resultMessage,
    Duration delay,
    @Nullable BrokenAnswer answer,
    @Nullable EchoMode echo,
    @Nullable Boolean accepted,
    int times) {

  static final FaultPlan NONE = new FaultPlan(null, null, Duration.ZERO, null, null, null, -1);

  /** The plan for the calls after this one. */
  FaultPlan next() {
    if (times < 0) {
      return this;
    }
    return times <= 1
        ? NONE
        : new FaultPlan(resultCode, resultMessage, delay, answer, echo, accepted, times - 1);
  }

  boolean refuses() {
    return resultCode != null && !resultCode.equals(SendAnswer.OK);
  }

  /**
   * A refused or unanswered message is accepted only if the fault says so, or asks for its echo.
   */
  boolean accepts() {
    if (accepted != null) {
      return accepted;
    }
    return (!refuses() && answer == null) || (echo != null && echo != EchoMode.NONE);
  }

  EchoMode echoMode() {
    return echo == null ? EchoMode.ONCE : echo;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    putIfGiven(json, "resultCode", resultCode);
    putIfGiven(json, "resultMessage", resultMessage);
    putIfGiven(json, "delayMillis", delay.isZero() ? null : delay.toMillis());
    putIfGiven(json, "answer", answer == null ? null : answer.json());
    putIfGiven(json, "echo", echo == null ? null : echo.json());
    putIfGiven(json, "accepted", accepted);
    putIfGiven(json, "times", times < 0 ? null : times);
    return json;
  }

  private static void putIfGiven(JsonObject json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
