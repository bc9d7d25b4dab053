package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.PartnerCenterTodo;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /partner-center-todo} of contract §3. */
@Path("/api/v1/partner-center-todo")
@RolesAllowed(AGENT_NAME)
@Tag(name = "Partner Center", description = "What is closed here and still open at NAVER.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class PartnerCenterTodoResource {
  private final PartnerCenterTodo todo;
  private final CurrentCaller caller;

  PartnerCenterTodoResource(PartnerCenterTodo todo, CurrentCaller caller) {
    this.todo = todo;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List what is to be completed at Partner Center",
      description =
          "Consultations of your brand that were closed here within 30 days and stay open there,"
              + " the longest closed first, with the counts of each day. NAVER has no call that"
              + " completes them.")
  public Uni<PartnerCenterTodoView> list(
      @QueryParam("linkId") @Parameter(description = "Of this link only.") @Nullable String linkId,
      @BeanParam PageParameters page) {
    Caller asking = caller.get();
    UUID link = QueryValues.id("linkId", linkId);
    return todo.list(asking, link, page.request())
        .chain(items -> todo.days(asking, link).map(days -> PartnerCenterTodoView.of(items, days)));
  }

  @POST
  @Path("done")
  @Operation(
      summary = "Tick off what is completed at Partner Center",
      description =
          "Answers with the ids that were ticked off now; those of others, unknown ones, and those"
              + " ticked off before are left out.")
  public Uni<PartnerCenterDoneView> done(@NotNull @Valid PartnerCenterDoneRequest request) {
    return todo.done(caller.get(), request.ids()).map(PartnerCenterDoneView::new);
  }
}
