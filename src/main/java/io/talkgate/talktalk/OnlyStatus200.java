package io.talkgate.talktalk;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import jakarta.ws.rs.client.ClientResponseContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

/** Lets only the body of a 200 through: every answer of the send API is one (protocol §3). */
final class OnlyStatus200 implements ResteasyReactiveClientResponseFilter {
  /** What the client passes its filters when there was no answer at all. */
  private static final int NO_ANSWER = 0;

  /** Watches a request that is about to be sent, and cuts off the body of any other status. */
  static void watch(HttpClientRequest request) {
    request
        .response()
        .onSuccess(
            answer -> {
              if (answer.statusCode() != 200) {
                // Not before the client, which learns of the answer after us, listens to it.
                Vertx.currentContext().runOnContext(later -> drop(answer));
              }
            });
  }

  @Override
  public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
    int status = response.getStatus();
    if (status != 200 && status != NO_ANSWER) {
      throw new UnexpectedStatusException(status);
    }
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
}
