package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.platform.problem.ErrorCode.EVENT_NOT_APPLICABLE;
import static io.talkgate.platform.problem.ErrorCode.EVENT_STATE;
import static io.talkgate.platform.problem.ErrorCode.LINK_STATE;
import static io.talkgate.platform.problem.ErrorCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.EventReads;
import io.talkgate.consultation.EventReplay;
import io.talkgate.desk.openapi.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Events that could not be applied, and their replay (contract §3). */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
@Cancellable(false)
class EventResource {
  private final EventReads reads;
  private final EventReplay replay;
  private final CurrentCaller caller;

  EventResource(EventReads reads, EventReplay replay, CurrentCaller caller) {
    this.reads = reads;
    this.replay = replay;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(MANAGER_NAME)
  @Refuses(NOT_FOUND)
  @Operation(
      summary = "List events",
      description =
          "Of your brand, in the order received, which is the order to replay them in; without"
              + " `state` those that could not be applied.")
  public Uni<PageView<EventView>> list(
      @BeanParam EventQuery query, @BeanParam PageParameters page) {
    Caller asking = caller.get();
    return reads
        .list(asking, query.filter(asking), page.request())
        .map(found -> PageView.of(found, EventView::of));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(MANAGER_NAME)
  @Operation(
      summary = "Show an event",
      description = "With what NAVER sent, phone numbers and profiles masked.")
  public Uni<EventView> get(@PathParam("id") UUID id) {
    return reads.get(caller.get(), id).map(Answers::valueOf).map(EventView::of);
  }

  @POST
  @Path("{id}/replay")
  @RolesAllowed(MANAGER_NAME)
  @Refuses({EVENT_STATE, EVENT_NOT_APPLICABLE, LINK_STATE})
  @Operation(
      summary = "Replay an event",
      description =
          "FAILED → APPLIED, once: at the time it was received, so that its message finds its place"
              + " and no state moves backwards. `EVENT_NOT_APPLICABLE` if it fails again; it stays"
              + " FAILED with the new error. `LINK_STATE` unless its link is APPROVED.")
  public Uni<EventView> replay(@PathParam("id") UUID id) {
    return replay.replay(caller.get(), id).map(Answers::valueOf).map(EventView::of);
  }
}
