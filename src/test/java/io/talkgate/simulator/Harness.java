package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A simulator on a plain Vert.x server, a webhook that listens to it, and an account "wc8b1i" with
 * one customer.
 */
final class Harness implements AutoCloseable {
  static final String KEY = "ct_wc8b1i_key";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  final Vertx vertx = Vertx.vertx();
  final WebhookTarget webhook = new WebhookTarget(vertx);
  private final Simulator simulator;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  Harness() {
    this(SimulatorSettings.naver());
  }

  Harness(SimulatorSettings settings) {
    Router router = Router.router(vertx);
    simulator = Simulator.mount(router, vertx, settings);
    server = get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  /** The usual account, with every event ticked and the webhook registered. */
  String account() {
    JsonObject account =
        new JsonObject()
            .put("accountId", "wc8b1i")
            .put("sendApiKey", KEY)
            .put("webhookUrl", webhook.url());
    return post("/api/accounts", account).text("accountId");
  }

  String customer(String account) {
    return post("/api/accounts/" + account + "/customers", new JsonObject().put("name", "kim"))
        .text("user");
  }

  Answer event(String user, JsonObject event) {
    return post("/api/accounts/wc8b1i/customers/" + user + "/events", event);
  }

  /** The customer writes {@code text}. */
  Answer says(String user, String text) {
    return event(user, Events.text(text).put("event", "send"));
  }

  Answer center(String user, String action, JsonObject body) {
    return post("/api/accounts/wc8b1i/customers/" + user + "/partner-center/" + action, body);
  }

  Answer sendApi(JsonObject event) {
    return sendApi(KEY, event.encode());
  }

  Answer sendApi(String key, String body) {
    return exchange("POST", "/naver/chatbot/v1/event", body, "Authorization", key);
  }

  Answer faults(JsonObject faults) {
    return exchange("PUT", "/api/accounts/wc8b1i/faults", faults.encode());
  }

  Answer post(String path, JsonObject body) {
    return exchange("POST", path, body.encode());
  }

  Answer patch(String path, JsonObject body) {
    return exchange("PATCH", path, body.encode());
  }

  Answer fetch(String path) {
    return exchange("GET", path, "");
  }

  Answer exchange(String method, String path, String body, String... headers) {
    try {
      return attempt(method, path, body, headers);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Like {@link #exchange} for answers that may be broken. */
  Answer attempt(String method, String path, String body, String... headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + "/simulator" + path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String base() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  @Override
  public void close() {
    get(simulator.close());
    webhook.close();
    get(vertx.close());
  }

  static <T> T get(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
