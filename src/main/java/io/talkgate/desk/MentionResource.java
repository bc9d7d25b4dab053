package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.Notes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The notes that are meant for the caller. */
@Path("/api/v1/mentions")
@Tag(name = "Consultations")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class MentionResource {
  private final Notes notes;
  private final CurrentCaller caller;

  MentionResource(Notes notes, CurrentCaller caller) {
    this.notes = notes;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(AGENT_NAME)
  @Operation(
      summary = "List the notes that mention you",
      description = "Of all consultations of the brand, newest first.")
  public Uni<PageView<NoteView>> list(@BeanParam PageParameters page) {
    return notes
        .mentioning(caller.get(), page.request())
        .map(found -> PageView.of(found, NoteView::of));
  }
}
