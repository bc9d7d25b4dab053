package io.talkgate.talktalk;

import jakarta.ws.rs.client.ClientResponseContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

/** Refuses every status but 200: every answer of the send API has it (protocol §3). */
final class OnlyStatus200 implements ResteasyReactiveClientResponseFilter {
  /** What the client passes its filters when there was no answer at all. */
  private static final int NO_ANSWER = 0;

  @Override
  public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
    int status = response.getStatus();
    if (status != 200 && status != NO_ANSWER) {
      throw new UnexpectedStatusException(status);
    }
  }
}
