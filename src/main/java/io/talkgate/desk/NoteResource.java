package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.Notes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What agents attach to consultations (contract §3). */
@Path("/api/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consultations")
@Cancellable(false)
class NoteResource {
  private final Notes notes;
  private final CurrentCaller caller;

  NoteResource(Notes notes, CurrentCaller caller) {
    this.notes = notes;
    this.caller = caller;
  }

  @POST
  @Path("{id}/notes")
  @RolesAllowed(AGENT_NAME)
  @ResponseStatus(201)
  @Operation(
      summary = "Add a note",
      description =
          "For other agents; customers never see it. Closed consultations take notes, too.")
  public Uni<NoteView> add(
      @PathParam("id") UUID id,
      @BeanParam IdempotencyHeader key,
      @NotNull @Valid NoteRequest body) {
    return notes
        .add(
            caller.get(),
            id,
            body.text(),
            Objects.requireNonNullElse(body.mentions(), List.of()),
            key.requestKey())
        .map(Answers::valueOf)
        .map(NoteView::of);
  }

  @PUT
  @Path("{id}/tags")
  @RolesAllowed(AGENT_NAME)
  @Operation(
      summary = "Replace the tags",
      description = "The consultation has these tags afterwards and no others.")
  public Uni<ConsultationView> setTags(@PathParam("id") UUID id, @NotNull @Valid TagsRequest body) {
    return notes
        .setTags(caller.get(), id, body.tags())
        .map(Answers::valueOf)
        .map(ConsultationView::of);
  }
}
