package io.talkgate.desk;

import static io.talkgate.access.Role.OBSERVER_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.access.CurrentCaller;
import io.talkgate.access.Members;
import io.talkgate.consultation.Workloads;
import io.talkgate.platform.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What is going on in a brand right now. */
@Path("/api/v1")
@Tag(name = "Overview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(OBSERVER_NAME)
@Cancellable(false)
class OverviewResource {
  private final Workloads workloads;
  private final Members members;
  private final CurrentCaller caller;

  OverviewResource(Workloads workloads, Members members, CurrentCaller caller) {
    this.workloads = workloads;
    this.members = members;
    this.caller = caller;
  }

  @GET
  @Path("overview")
  @Operation(
      summary = "Show what there is to do",
      description = "How many consultations are in each state, and who waits longest.")
  public Uni<OverviewView> overview() {
    return workloads.now(caller.get()).map(OverviewView::of);
  }

  @GET
  @Path("overview/events")
  @Operation(
      summary = "Show what comes in",
      description =
          "How many events NAVER sent in each of the last 30 minutes, oldest first. There is one"
              + " page.")
  public Uni<PageView<EventsInMinuteView>> events() {
    return workloads
        .events(caller.get())
        .map(minutes -> PageView.of(new Page<>(minutes, null), EventsInMinuteView::of));
  }

  @GET
  @Path("agents")
  @Operation(
      summary = "List colleagues",
      description = "All members of the own brand with what they have in progress, oldest first.")
  public Uni<PageView<AgentView>> agents(@BeanParam PageParameters page) {
    Caller asking = caller.get();
    return workloads
        .now(asking)
        .chain(
            work ->
                members
                    .list(asking, page.request())
                    .map(found -> PageView.of(found, member -> AgentView.of(member, work))));
  }
}
