package io.talkgate.talktalk;

import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.client.ClientResponseContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

/** Lets only the body of a 200 through: every answer of the send API is one (protocol §3). */
final class OnlyStatus200 implements ResteasyReactiveClientResponseFilter {

  @Override
  public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
    if (response.getStatus() == 200) {
      return;
    }
    // The body is streamed and nobody will read it; without this the connection would stay
    // paused and lost to the pool.
    HttpClientRequest sent = request.unwrap(HttpClientRequest.class);
    if (sent != null) {
      sent.reset();
    }
    throw new UnexpectedStatusException(response.getStatus());
  }
}
