package io.talkgate.talktalk;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Cuts off answers that nobody will read: of another status than 200, too large, or without an end.
 * It watches the answer beside the REST client, which gathers all of it however long it is. (Its
 * streams would let us count ourselves, but they close the connection after every answer, and at
 * times that of the next call with it.)
 */
final class AnswerBounds {
  static final int MAX_BYTES = 64 * 1024;

  private static final int NO_ERROR = 0;

  private final Duration limit;

  /** For answers that end within this time from their beginning. */
  AnswerBounds(Duration limit) {
    this.limit = limit;
  }

  /** Watches a request that is about to be sent. */
  void watch(HttpClientRequest request) {
    request.response().onSuccess(this::began);
  }

  private void began(HttpClientResponse answer) {
    if (answer.statusCode() == 200) {
      answer.handler(new Count(answer)::add);
      endInTime(answer);
    } else {
      // Not before the client, which learns of the answer after us, listens to it.
      Vertx.currentContext().runOnContext(later -> drop(answer));
    }
  }

  private void endInTime(HttpClientResponse answer) {
    Vertx vertx = Vertx.currentContext().owner();
    long timer =
        vertx.setTimer(
            limit.toMillis(), late -> answer.request().reset(NO_ERROR, new TimeoutException()));
    answer.end().onComplete(over -> vertx.cancelTimer(timer));
  }

  /**
   * Nobody reads this body. Left alone the client would gather all of it, however long, or leave
   * the connection paused and lost to the pool.
   */
  private static void drop(HttpClientResponse answer) {
    try {
      // Vert.x logs a reset that nobody listens to as an error.
      answer.exceptionHandler(reset -> {});
    } catch (IllegalStateException arrivedWhole) {
      return; // and its connection went back to the pool by itself
    }
    answer.request().reset();
  }

  private static final class Count {
    private final HttpClientResponse answer;
    private int bytes;

    Count(HttpClientResponse answer) {
      this.answer = answer;
    }

    void add(Buffer chunk) {
      bytes += chunk.length();
      if (bytes > MAX_BYTES) {
        answer.request().reset(NO_ERROR, new AnswerTooLargeException());
      }
    }
  }
}
