package io.talkgate.deliverybench;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** NAVER's send API: accepts everything, and notes when it came. */
final class StandIn implements AutoCloseable {
  private static final String ACCEPTED =
      "{\"success\":true,\"resultCode\":\"00\",\"resultMessage\":\"\"}";
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String NOBODY = "none";

  private final Vertx vertx;
  private final HttpServer server;
  private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
  private final AtomicInteger held = new AtomicInteger();
  private final List<HttpServerResponse> waiting = new ArrayList<>();
  private volatile Consumer<Receipt> received = receipt -> {};
  private volatile long answerMillis;
  private volatile String holding = NOBODY;

  StandIn(Vertx vertx) {
    this.vertx = vertx;
    server =
        await(
            vertx
                .createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> take(request, body)))
                .listen(0, "127.0.0.1"));
  }

  /** Where a replica calls: each has a path of its own, so that one's calls can be held. */
  URI url(String replica) {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/" + replica);
  }

  /** How long an answer takes from now on. */
  void answersAfter(Duration time) {
    answerMillis = time.toMillis();
  }

  /** Is told of every message as it comes, on the event loop. */
  void tells(Consumer<Receipt> listener) {
    received = listener;
  }

  /** From now on this replica's calls are received and not answered. */
  void hold(String replica) {
    held.set(0);
    holding = replica;
  }

  /** How many calls are held. */
  int held() {
    return held.get();
  }

  /** Answers what was held; calls of a replica that is gone are answered to nobody. */
  void release() {
    holding = NOBODY;
    vertx.runOnContext(
        now -> {
          waiting.stream().filter(one -> !one.closed()).forEach(StandIn::accept);
          waiting.clear();
        });
  }

  /** All that came in this run, in the order in which it came. */
  List<Receipt> receipts(String run) {
    return receipts.stream().filter(receipt -> receipt.run().equals(run)).toList();
  }

  private void take(HttpServerRequest request, Buffer body) {
    long now = System.nanoTime();
    JsonObject event = body.toJsonObject();
    if ("send".equals(event.getString("event"))) {
      String text = event.getJsonObject("textContent").getString("text");
      String key = request.getHeader("Authorization");
      Receipt receipt = Receipt.of(now, key, event.getString("user"), text);
      receipts.add(receipt);
      received.accept(receipt);
    }
    answer(request);
  }

  private void answer(HttpServerRequest request) {
    if (request.path().startsWith("/" + holding + "/")) {
      waiting.add(request.response());
      held.incrementAndGet();
    } else if (answerMillis == 0) {
      accept(request.response());
    } else {
      vertx.setTimer(answerMillis, timer -> accept(request.response()));
    }
  }

  private static void accept(HttpServerResponse response) {
    if (!response.closed()) {
      response.putHeader("Content-Type", "application/json;charset=UTF-8").end(ACCEPTED);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return Uni.createFrom().completionStage(future.toCompletionStage()).await().atMost(LIMIT);
  }
}
