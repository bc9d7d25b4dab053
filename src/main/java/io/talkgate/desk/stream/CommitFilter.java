package io.talkgate.desk.stream;

import io.talkgate.platform.database.CommitBell;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** After every call that may have changed something, replicas are told to look. */
class CommitFilter {
  private static final int FIRST_REFUSAL = 400;

  private final CommitBell bell;

  CommitFilter(CommitBell bell) {
    this.bell = bell;
  }

  @ServerResponseFilter
  void ring(ContainerRequestContext request, ContainerResponseContext response) {
    if (!request.getMethod().equals("GET") && response.getStatus() < FIRST_REFUSAL) {
      bell.ring();
    }
  }
}
