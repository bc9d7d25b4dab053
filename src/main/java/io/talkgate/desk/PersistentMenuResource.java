package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.platform.problem.ErrorCode.LINK_STATE;
import static io.talkgate.platform.problem.ErrorCode.NAVER_REFUSED;
import static io.talkgate.platform.problem.ErrorCode.NAVER_UNREACHABLE;
import static io.talkgate.platform.problem.ErrorCode.SEND_API_KEY_REFUSED;
import static io.talkgate.platform.problem.ErrorCode.SEND_RATE_EXCEEDED;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.desk.openapi.Refuses;
import io.talkgate.link.PersistentMenus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /links/{id}/persistent-menu} of contract §3. */
@Path("/api/v1/links/{id}/persistent-menu")
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class PersistentMenuResource {
  private final PersistentMenus menus;
  private final CurrentCaller caller;

  PersistentMenuResource(PersistentMenus menus, CurrentCaller caller) {
    this.menus = menus;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(MANAGER_NAME)
  @Operation(
      summary = "Show the persistent menu",
      description =
          "As NAVER accepted it last from here, for managers; one that was set elsewhere is not"
              + " known.")
  public Uni<PersistentMenuBody> get(@RestPath UUID id) {
    return menus.get(caller.get(), id).map(Answers::valueOf).map(PersistentMenuBody::new);
  }

  @PUT
  @RolesAllowed(MANAGER_NAME)
  @Refuses({LINK_STATE, SEND_API_KEY_REFUSED, NAVER_REFUSED, NAVER_UNREACHABLE, SEND_RATE_EXCEEDED})
  @Operation(
      summary = "Set the persistent menu",
      description =
          "At NAVER, at once; the link has to be APPROVED. `{\"menus\":[]}` removes it. After"
              + " `NAVER_UNREACHABLE` NAVER may have taken it: set it again.")
  public Uni<PersistentMenuBody> set(
      @RestPath UUID id, @NotNull @Valid PersistentMenuBody request) {
    return menus
        .set(caller.get(), id, Objects.requireNonNull(request.menus(), "it was validated"))
        .map(Answers::valueOf)
        .map(PersistentMenuBody::new);
  }
}
