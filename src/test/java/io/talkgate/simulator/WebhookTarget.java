package io.talkgate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The chatbot's side: remembers what NAVER sent and answers as told. */
final class WebhookTarget {
  private static final long PATIENCE_SECONDS = 10;

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private volatile Answerer answerer = (call, response) -> response.end();

  record Call(Buffer body, String contentType, String path) {
    JsonObject json() {
      return body.toJsonObject();
    }
  }

  interface Answerer {
    void answer(Call call, HttpServerResponse response);
  }

  WebhookTarget(Vertx vertx) {
    server =
        Harness.get(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/hook";
  }

  void answers(Answerer other) {
    answerer = other;
  }

  void answersStatus(int status) {
    answers((call, response) -> response.setStatusCode(status).end());
  }

  /** The next call that came, which must come soon. */
  Call nextCall() {
    try {
      return Objects.requireNonNull(
          calls.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no webhook call came");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next event, which must be of this kind. */
  JsonObject next(String event) {
    JsonObject json = nextCall().json();
    assertEquals(event, json.getString("event"), json::encode);
    return json;
  }

  int waiting() {
    return calls.size();
  }

  void close() {
    Harness.get(server.close());
  }

  private void take(HttpServerRequest request) {
    request.body().onSuccess(body -> took(request, body));
  }

  private void took(HttpServerRequest request, Buffer body) {
    Call call = new Call(body, String.valueOf(request.getHeader("Content-Type")), request.path());
    answerer.answer(call, request.response());
    calls.add(call);
  }
}
