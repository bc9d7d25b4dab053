package io.talkgate.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes the answers that NAVER's pages do not speak of. */
final class BrokenAnswers {
  private static final long SILENCE_MILLIS = 60_000;

  private final Vertx vertx;

  BrokenAnswers(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Answers the status written, 0 if none. */
  int write(HttpServerRequest request, BrokenAnswer kind, Buffer whole) {
    HttpServerResponse response = request.response();
    switch (kind) {
      case HTML ->
          response
              .putHeader("Content-Type", "text/html;charset=UTF-8")
              .end("<html><body>NAVER</body></html>");
      case EMPTY -> response.putHeader("Content-Type", Webhooks.JSON).end();
      case HALF -> half(request, whole);
      case REDIRECT -> response.setStatusCode(302).putHeader("Location", "/").end();
      case STATUS_500 -> response.setStatusCode(500).end("Internal Server Error");
      case STATUS_429 -> response.setStatusCode(429).end("Too Many Requests");
      case RESET -> request.connection().close();
      case SILENCE -> vertx.setTimer(SILENCE_MILLIS, id -> request.connection().close());
    }
    return switch (kind) {
      case RESET, SILENCE -> 0;
      default -> response.getStatusCode();
    };
  }

  private static void half(HttpServerRequest request, Buffer whole) {
    request
        .response()
        .putHeader("Content-Type", Webhooks.JSON)
        .putHeader("Content-Length", String.valueOf(whole.length()))
        .write(whole.getBuffer(0, whole.length() / 2))
        .onComplete(written -> request.connection().close());
  }
}
