package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;
import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.access.Role.OBSERVER_NAME;
import static io.talkgate.platform.problem.ErrorCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.desk.openapi.Refuses;
import io.talkgate.platform.paging.Page;
import io.talkgate.rules.Presence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Which agents are there: for the distribution of consultations. */
@Path("/api/v1/presence")
@Tag(name = "Presence", description = "Which agents are there.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class PresenceResource {
  private final Presence presence;
  private final CurrentCaller caller;

  PresenceResource(Presence presence, CurrentCaller caller) {
    this.presence = presence;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(OBSERVER_NAME)
  @Operation(summary = "List agents with their presence", description = "All, by name.")
  public Uni<PageView<PresenceView>> list() {
    return presence
        .list(caller.get())
        .map(found -> PageView.of(new Page<>(found, null), PresenceView::of));
  }

  @PUT
  @RolesAllowed(AGENT_NAME)
  @Operation(
      summary = "Say whether you are there",
      description =
          "Repeat it every 30 seconds: whoever has not been heard of for 90 seconds is `OFFLINE`.")
  public Uni<PresenceView> set(@NotNull @Valid PresenceRequest request) {
    return presence.set(caller.get(), request.state()).map(PresenceView::of);
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(MANAGER_NAME)
  @Refuses(NOT_FOUND)
  @Operation(
      summary = "Say how many consultations an agent may have",
      description =
          "Of those that are given out automatically; whoever answers by hand may exceed it.")
  public Uni<PresenceView> setCapacity(@RestPath UUID id, @NotNull @Valid CapacityRequest request) {
    return presence
        .setCapacity(caller.get(), id, request.capacity())
        .map(Answers::valueOf)
        .map(PresenceView::of);
  }
}
