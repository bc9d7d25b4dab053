package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;
import static io.talkgate.platform.problem.ErrorCode.CONSULTATION_STATE;
import static io.talkgate.platform.problem.ErrorCode.CUSTOMER_BLOCKED;
import static io.talkgate.platform.problem.ErrorCode.CUSTOMER_HAS_OPEN_CONSULTATION;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.Consultations;
import io.talkgate.desk.openapi.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

/** How agents move consultations (contract §1, second table, and §3). */
@Path("/api/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consultations")
@Cancellable(false)
class StateResource {
  private final Consultations consultations;
  private final CurrentCaller caller;

  StateResource(Consultations consultations, CurrentCaller caller) {
    this.consultations = consultations;
    this.caller = caller;
  }

  @POST
  @Path("{id}/hold")
  @RolesAllowed(AGENT_NAME)
  @Refuses(CONSULTATION_STATE)
  @Operation(
      summary = "Put a consultation on hold",
      description =
          "From `WAITING` and `IN_PROGRESS`. Until a time, or open-ended with an empty body or none.")
  public Uni<ConsultationView> hold(@PathParam("id") UUID id, @Valid @Nullable HoldRequest body) {
    return consultations
        .hold(caller.get(), id, body == null ? null : body.until())
        .map(Answers::valueOf)
        .map(ConsultationView::of);
  }

  @POST
  @Path("{id}/resume")
  @RolesAllowed(AGENT_NAME)
  @Refuses(CONSULTATION_STATE)
  @Operation(
      summary = "Take a consultation off hold",
      description = "To `IN_PROGRESS` if it is assigned, else to `WAITING`.")
  public Uni<ConsultationView> resume(@PathParam("id") UUID id) {
    return consultations.resume(caller.get(), id).map(Answers::valueOf).map(ConsultationView::of);
  }

  @POST
  @Path("{id}/close")
  @RolesAllowed(AGENT_NAME)
  @Refuses(CONSULTATION_STATE)
  @Operation(
      summary = "Close a consultation",
      description =
          "With a category and a note if you like. At NAVER's Partner Center it stays open: there is"
              + " no way to close it there from outside.")
  public Uni<ConsultationView> close(@PathParam("id") UUID id, @Valid @Nullable CloseRequest body) {
    CloseRequest request = body == null ? CloseRequest.BARE : body;
    return consultations
        .close(caller.get(), id, request.category(), request.note())
        .map(Answers::valueOf)
        .map(ConsultationView::of);
  }

  @POST
  @Path("{id}/reopen")
  @RolesAllowed(AGENT_NAME)
  @Refuses({CONSULTATION_STATE, CUSTOMER_HAS_OPEN_CONSULTATION, CUSTOMER_BLOCKED})
  @Operation(
      summary = "Open a closed consultation again",
      description = "To `IN_PROGRESS`, assigned to you.")
  public Uni<ConsultationView> reopen(@PathParam("id") UUID id) {
    return consultations.reopen(caller.get(), id).map(Answers::valueOf).map(ConsultationView::of);
  }

  @POST
  @Path("{id}/read")
  @RolesAllowed(AGENT_NAME)
  @Operation(
      summary = "Mark a consultation as read",
      description = "Sets `unreadCount` to 0. The customer does not see it.")
  public Uni<ConsultationView> read(@PathParam("id") UUID id) {
    return consultations.markRead(caller.get(), id).map(Answers::valueOf).map(ConsultationView::of);
  }
}
