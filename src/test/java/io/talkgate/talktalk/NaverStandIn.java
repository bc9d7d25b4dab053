package io.talkgate.talktalk;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A real HTTP server on a free port in NAVER's place; each test says what it answers. */
final class NaverStandIn implements AutoCloseable {
  record Call(String method, String path, String contentType, String key, String body) {}

  private final Vertx vertx = Vertx.vertx();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Consumer<Object> connections = connection -> {};
  private volatile Handler<HttpServerResponse> answer = response -> response.end();

  NaverStandIn() {
    server =
        await(
            vertx
                .createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> take(request, body)))
                .listen(0, "127.0.0.1"));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  List<Call> calls() {
    return calls;
  }

  Vertx vertx() {
    return vertx;
  }

  void answers(Handler<HttpServerResponse> handler) {
    answer = handler;
  }

  void answers(String json) {
    answers(response -> response.putHeader("Content-Type", "application/json").end(json));
  }

  /** Is told of the connection of every call. */
  void connections(Consumer<Object> listener) {
    connections = listener;
  }

  private void take(HttpServerRequest request, Buffer body) {
    calls.add(
        new Call(
            request.method().name(),
            request.path(),
            request.getHeader("Content-Type"),
            request.getHeader("Authorization"),
            body.toString()));
    connections.accept(request.connection());
    answer.handle(request.response());
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return Uni.createFrom()
        .completionStage(future.toCompletionStage())
        .await()
        .atMost(Duration.ofSeconds(10));
  }
}
