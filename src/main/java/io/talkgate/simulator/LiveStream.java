package io.talkgate.simulator;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Server-sent events for the page. A reader that does not keep up is cut off; the page then loads
 * anew.
 */
final class LiveStream {
  private static final int MAX_READERS = 100;
  private static final long HEARTBEAT_MILLIS = 15_000;

  private final Set<HttpServerResponse> readers = new LinkedHashSet<>();
  private final Context context;
  private final Vertx vertx;
  private final long heartbeat;

  LiveStream(Vertx vertx, Context context) {
    this.vertx = vertx;
    this.context = context;
    heartbeat =
        vertx.setPeriodic(HEARTBEAT_MILLIS, id -> context.runOnContext(v -> write(": .\n\n")));
  }

  /** Answers false if there are too many readers. */
  boolean add(HttpServerResponse response) {
    if (readers.size() >= MAX_READERS) {
      return false;
    }
    readers.add(response);
    response
        .closeHandler(closed -> context.runOnContext(v -> readers.remove(response)))
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
        .putHeader("Cache-Control", "no-store")
        .write("retry: 1000\n\n");
    return true;
  }

  void publish(String type, JsonObject data) {
    if (!readers.isEmpty()) {
      write("event: " + type + "\ndata: " + data.encode() + "\n\n");
    }
  }

  void close() {
    vertx.cancelTimer(heartbeat);
    List.copyOf(readers).forEach(HttpServerResponse::end);
    readers.clear();
  }

  private void write(String text) {
    for (HttpServerResponse reader : List.copyOf(readers)) {
      if (reader.closed() || reader.ended() || reader.writeQueueFull()) {
        readers.remove(reader);
        reader.reset();
      } else {
        reader.write(text);
      }
    }
  }
}
