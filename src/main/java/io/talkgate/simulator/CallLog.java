package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last calls of one kind, oldest first. */
final class CallLog {
  static final int MAX_CALLS = 500;
  static final int MAX_TEXT = 20_000;

  private final Deque<JsonObject> calls = new ArrayDeque<>();

  void add(JsonObject call) {
    calls.addLast(call);
    if (calls.size() > MAX_CALLS) {
      calls.removeFirst();
    }
  }

  JsonArray toJson() {
    JsonArray json = new JsonArray();
    calls.forEach(json::add);
    return json;
  }

  static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }
}
