package io.talkgate.deliverybench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Echoes of what NAVER received, each a moment later, whatever becomes of the answer. A call that a
 * kill breaks off is made again at the other replica, as by a proxy in front of them: what NAVER's
 * failed calls cost is not measured here.
 */
final class Echoes {
  private static final int LATEST_MILLIS = 500;
  private static final int AGAIN_MILLIS = 100;
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int CONNECTIONS = 64;

  private final Vertx vertx;
  private final HttpClient http;
  private final List<Integer> ports;
  private final Map<String, String> webhookPaths;
  private final Random random;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicLong number = new AtomicLong();
  private final AtomicInteger brokenOff = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile Predicate<Receipt> wanted = receipt -> false;

  /**
   * At replicas on these ports.
   *
   * @param webhookPaths of the links, by their keys
   * @param seed of how long each takes
   */
  Echoes(Vertx vertx, List<Integer> ports, Map<String, String> webhookPaths, long seed) {
    this.vertx = vertx;
    this.ports = ports;
    this.webhookPaths = webhookPaths;
    random = new Random(seed);
    http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
  }

  /** Which messages are echoed from now on. */
  void of(Predicate<Receipt> messages) {
    wanted = messages;
  }

  /** How many calls a kill broke off or met nobody. */
  int brokenOff() {
    return brokenOff.get();
  }

  boolean isIdle() {
    return underWay.get() == 0;
  }

  void received(Receipt receipt) {
    if (wanted.test(receipt)) {
      underWay.incrementAndGet();
      String body = body(receipt).encode();
      after(
          1 + random.nextInt(LATEST_MILLIS),
          () -> call(Objects.requireNonNull(webhookPaths.get(receipt.key())), body));
    }
  }

  private void call(String path, String body) {
    int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
    post(port, path, body)
        .onSuccess(status -> answered(status, path, body))
        .onFailure(failure -> again(path, body));
  }

  private void answered(int status, String path, String body) {
    if (status == 200) {
      underWay.decrementAndGet();
    } else {
      again(path, body);
    }
  }

  private void again(String path, String body) {
    brokenOff.incrementAndGet();
    after(AGAIN_MILLIS, () -> call(path, body));
  }

  private Future<Integer> post(int port, String path, String body) {
    RequestOptions call =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("localhost")
            .setPort(port)
            .setURI(path)
            .setIdleTimeout(TIMEOUT_MILLIS)
            .putHeader("Content-Type", "application/json;charset=UTF-8");
    return http.request(call)
        .compose(request -> request.send(body))
        .compose(answer -> answer.body().map(answer.statusCode()));
  }

  private JsonObject body(Receipt receipt) {
    return new JsonObject()
        .put("event", "echo")
        .put("echoedEvent", "send")
        .put("user", receipt.user())
        .put("messageId", number.incrementAndGet())
        .put("textContent", new JsonObject().put("text", receipt.text()));
  }

  private void after(int millis, Runnable work) {
    vertx.setTimer(millis, timer -> work.run());
  }
}
