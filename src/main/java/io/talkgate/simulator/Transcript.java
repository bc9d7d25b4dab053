package io.talkgate.simulator;

import io.vertx.core.json.JsonArray;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a customer's window shows: the last 200 lines. */
final class Transcript {
  static final int MAX_LINES = 200;

  private final Deque<TranscriptLine> lines = new ArrayDeque<>();
  private long lastId;

  long nextId() {
    return lastId + 1;
  }

  void add(TranscriptLine line) {
    lines.addLast(line);
    lastId = line.id();
    if (lines.size() > MAX_LINES) {
      lines.removeFirst();
    }
  }

  JsonArray toJson() {
    JsonArray json = new JsonArray();
    lines.forEach(line -> json.add(line.toJson()));
    return json;
  }
}
