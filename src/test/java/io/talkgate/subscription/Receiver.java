package io.talkgate.subscription;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import io.talkgate.testing.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** Another system that is told what happens, with an HTTP server of its own. */
public final class Receiver implements AutoCloseable {
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** What it answers to a body. */
  public volatile ToIntFunction<String> answer = body -> 200;

  private Receiver(HttpServer server) {
    this.server = server;
  }

  /** A call as it came. */
  public record Received(String id, String timestamp, String signature, String body, int answer) {
    /** Whether it was signed with a secret. */
    public boolean isSignedWith(String secret) {
      Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
      return new WebhookSecret(secret).signature(id, at, body).equals(signature);
    }

    String type() {
      return JsonPath.from(body).getString("type");
    }

    String data(String field) {
      return JsonPath.from(body).getString("data." + field);
    }
  }

  /** Listens at a port of its own. */
  public static Receiver start() throws IOException {
    Receiver receiver =
        new Receiver(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    receiver.server.createContext("/hook", receiver::receive);
    receiver.server.start();
    return receiver;
  }

  /** All calls so far. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Where it listens. */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook";
  }

  /** The answer to its subscribing. */
  public JsonPath subscribe(Shop shop, String... types) {
    return shop.as("manager")
        .body(Map.of("url", url(), "types", List.of(types)))
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private void receive(HttpExchange call) throws IOException {
    try (call) {
      String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int status = answer.applyAsInt(body);
      received.add(
          new Received(
              call.getRequestHeaders().getFirst("webhook-id"),
              call.getRequestHeaders().getFirst("webhook-timestamp"),
              call.getRequestHeaders().getFirst("webhook-signature"),
              body,
              status));
      call.sendResponseHeaders(status, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
