package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A running profile consent: sends to this customer are refused, the customer's events wait
 * (protocol §3).
 */
final class Consent {
  static final int MAX_HELD = 100;

  private final String field;
  private final List<String> agreements;
  private final Instant since;
  private final Deque<JsonObject> held = new ArrayDeque<>();
  private long timer;

  Consent(String field, List<String> agreements, Instant since) {
    this.field = field;
    this.agreements = List.copyOf(agreements);
    this.since = since;
  }

  String field() {
    return field;
  }

  List<String> agreements() {
    return agreements;
  }

  Instant since() {
    return since;
  }

  long timer() {
    return timer;
  }

  void setTimer(long id) {
    timer = id;
  }

  /** Answers false if too much waits already. */
  boolean hold(JsonObject event) {
    return held.size() < MAX_HELD && held.add(event);
  }

  Deque<JsonObject> held() {
    return held;
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("field", field)
        .put("agreements", new JsonArray(agreements))
        .put("since", since.toString());
  }
}
