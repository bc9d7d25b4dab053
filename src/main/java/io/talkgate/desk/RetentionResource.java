package io.talkgate.desk;

import static io.talkgate.access.Role.OWNER_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.access.Retentions;
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

/** {@code /brands/{id}/retention}: for how long a brand keeps what customers wrote. */
@Path("/api/v1/brands/{id}/retention")
@Tag(name = "Brands")
@RolesAllowed(OWNER_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class RetentionResource {
  private final Retentions retentions;
  private final CurrentCaller caller;

  RetentionResource(Retentions retentions, CurrentCaller caller) {
    this.retentions = retentions;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Show for how long a brand keeps things",
      description = "A year and 7 days where nobody has changed it.")
  public Uni<RetentionBody> get(@RestPath UUID id) {
    return retentions.get(caller.get(), id).map(Answers::valueOf).map(RetentionBody::of);
  }

  @PUT
  @Operation(
      summary = "Change for how long a brand keeps things",
      description =
          "What is older by then is deleted within minutes and does not come back: closed"
              + " consultations with messages, notes and history, and customers of whom nothing is"
              + " left.")
  public Uni<RetentionBody> set(@RestPath UUID id, @NotNull @Valid RetentionBody body) {
    return retentions
        .set(caller.get(), id, body.toRetention())
        .map(Answers::valueOf)
        .map(RetentionBody::of);
  }
}
