package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;
import static io.talkgate.platform.problem.ErrorCode.CONSULTATION_STATE;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.Consultations;
import io.talkgate.desk.openapi.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Whose a consultation is (contract §3). */
@Path("/api/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consultations")
@Cancellable(false)
class AssignmentResource {
  private final Consultations consultations;
  private final CurrentCaller caller;

  AssignmentResource(Consultations consultations, CurrentCaller caller) {
    this.consultations = consultations;
    this.caller = caller;
  }

  @POST
  @Path("{id}/assign")
  @RolesAllowed(AGENT_NAME)
  @Refuses(CONSULTATION_STATE)
  @Operation(
      summary = "Assign a consultation",
      description =
          "To an agent of the brand, or to yourself with an empty body or none. Its state stays.")
  public Uni<ConsultationView> assign(
      @PathParam("id") UUID id, @Valid @Nullable AssignRequest body) {
    UUID assignee = body == null ? null : body.assigneeId();
    return consultations
        .assign(caller.get(), id, assignee)
        .map(Answers::valueOf)
        .map(ConsultationView::of);
  }

  @POST
  @Path("{id}/unassign")
  @RolesAllowed(AGENT_NAME)
  @Refuses(CONSULTATION_STATE)
  @Operation(
      summary = "Take the assignment away",
      description = "Afterwards it is nobody's; its state stays.")
  public Uni<ConsultationView> unassign(@PathParam("id") UUID id) {
    return consultations.unassign(caller.get(), id).map(Answers::valueOf).map(ConsultationView::of);
  }

  @POST
  @Path("{id}/transfer")
  @RolesAllowed(AGENT_NAME)
  @Refuses(CONSULTATION_STATE)
  @Operation(
      summary = "Hand a consultation to another agent",
      description = "With a note for them if you like. Its state stays.")
  public Uni<ConsultationView> transfer(
      @PathParam("id") UUID id, @NotNull @Valid TransferRequest body) {
    return consultations
        .transfer(caller.get(), id, body.assigneeId(), body.note())
        .map(Answers::valueOf)
        .map(ConsultationView::of);
  }
}
