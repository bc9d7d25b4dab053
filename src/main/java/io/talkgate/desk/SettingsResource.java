package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.platform.problem.ErrorCode.LINK_STATE;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.desk.openapi.Refuses;
import io.talkgate.link.Settings;
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

/** {@code /links/{id}/settings} of contract §3. */
@Path("/api/v1/links/{id}/settings")
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class SettingsResource {
  private final Settings settings;
  private final CurrentCaller caller;

  SettingsResource(Settings settings, CurrentCaller caller) {
    this.settings = settings;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(MANAGER_NAME)
  @Operation(summary = "Show a link's settings", description = "All sections, for managers.")
  public Uni<SettingsView> get(@RestPath UUID id) {
    return settings.get(caller.get(), id).map(Answers::valueOf).map(SettingsView::of);
  }

  @PUT
  @RolesAllowed(MANAGER_NAME)
  @Refuses(LINK_STATE)
  @Operation(
      summary = "Change a link's settings",
      description = "Section by section, each as a whole; a section that is absent stays.")
  public Uni<SettingsView> change(@RestPath UUID id, @NotNull @Valid SettingsRequest request) {
    return settings
        .change(caller.get(), id, request.toChange())
        .map(Answers::valueOf)
        .map(SettingsView::of);
  }
}
