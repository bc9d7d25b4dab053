package io.talkgate.talktalk;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import jakarta.ws.rs.client.ClientResponseContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

/** Lets only the body of a 200 through: every answer of the send API is one (protocol §3). */
final class OnlyStatus200 implements ResteasyReactiveClientResponseFilter {

  /** What the client passes its filters when there was no answer at all. */
  private static final int NO_ANSWER = 0;

  @Override
  public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
    int status = response.getStatus();
    if (status == 200 || status == NO_ANSWER) {
      return;
    }
    HttpClientRequest sent = request.unwrap(HttpClientRequest.class);
    if (sent != null) {
      sent.response().onSuccess(OnlyStatus200::drop);
    }
    throw new UnexpectedStatusException(status);
  }

  /**
   * The body is streamed and nobody will read it: without this the connection would stay paused and
   * be lost to the pool. Somebody must listen to the reset or Vert.x logs it as an error.
   */
  private static void drop(HttpClientResponse answer) {
    try {
      answer.exceptionHandler(reset -> {});
    } catch (IllegalStateException arrivedWhole) {
      return; // and its connection went back to the pool by itself
    }
    answer.request().reset();
  }
}
