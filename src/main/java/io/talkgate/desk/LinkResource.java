package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.access.Role.OBSERVER_NAME;
import static io.talkgate.access.Role.OPERATOR_NAME;
import static io.talkgate.platform.problem.ErrorCode.LINK_STATE;
import static io.talkgate.platform.problem.ErrorCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.desk.openapi.Refuses;
import io.talkgate.link.Links;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /links} of contract §3: what a link is. */
@Path("/api/v1/links")
@Tag(name = "Links", description = "TalkTalk accounts connected to brands.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class LinkResource {
  private final Links links;
  private final CurrentCaller caller;

  LinkResource(Links links, CurrentCaller caller) {
    this.links = links;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(MANAGER_NAME)
  @Refuses(NOT_FOUND)
  @ResponseStatus(201)
  @Operation(
      summary = "Create a link",
      description = "In DRAFT. For managers. The key is kept sealed and never returned.")
  public Uni<LinkView> create(
      @BeanParam IdempotencyHeader key, @NotNull @Valid LinkRequest request) {
    return links
        .create(caller.get(), request.toNewLink(), key.requestKey())
        .map(Answers::valueOf)
        .map(LinkView::of);
  }

  @GET
  @RolesAllowed({OBSERVER_NAME, OPERATOR_NAME})
  @Operation(
      summary = "List links",
      description = "Oldest first: those of the own brand, of all brands for operators.")
  public Uni<PageView<LinkView>> list(
      @BeanParam LinkParameters filter, @BeanParam PageParameters page) {
    return links
        .list(caller.get(), filter.wantedStatus(), page.request())
        .map(found -> PageView.of(found, LinkView::of));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({OBSERVER_NAME, OPERATOR_NAME})
  @Operation(summary = "Show a link", description = "For all roles.")
  public Uni<LinkView> get(@RestPath UUID id) {
    return links.get(caller.get(), id).map(Answers::valueOf).map(LinkView::of);
  }

  @PATCH
  @Path("{id}")
  @RolesAllowed(MANAGER_NAME)
  @Refuses(LINK_STATE)
  @Operation(
      summary = "Change a link",
      description = "For managers. The account can be changed in DRAFT and REJECTED only.")
  public Uni<LinkView> change(@RestPath UUID id, @NotNull @Valid LinkPatch patch) {
    return links.change(caller.get(), id, patch.toChange()).map(Answers::valueOf).map(LinkView::of);
  }
}
