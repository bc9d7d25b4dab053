package io.talkgate.desk;

import static io.talkgate.access.Role.OPERATOR_NAME;
import static io.talkgate.access.Role.OWNER_NAME;
import static io.talkgate.platform.problem.ErrorCode.LAST_OWNER;
import static io.talkgate.platform.problem.ErrorCode.MEMBER_OF_ISSUER;
import static io.talkgate.platform.problem.ErrorCode.NOT_FOUND;
import static io.talkgate.platform.problem.ErrorCode.USERNAME_TAKEN;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.access.MemberChanges;
import io.talkgate.access.Members;
import io.talkgate.desk.openapi.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /members} of contract §3. */
@Path("/api/v1/members")
@RolesAllowed({OWNER_NAME, OPERATOR_NAME})
@Tag(name = "Members", description = "Who may log in, and what they may do.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class MemberResource {
  private final Members members;
  private final MemberChanges changes;
  private final CurrentCaller caller;

  MemberResource(Members members, MemberChanges changes, CurrentCaller caller) {
    this.members = members;
    this.changes = changes;
    this.caller = caller;
  }

  @POST
  @ResponseStatus(201)
  @Refuses({NOT_FOUND, USERNAME_TAKEN})
  @Operation(
      summary = "Create a member",
      description = "For owners, within their own brand, and for operators, within any.")
  public Uni<MemberView> create(
      @BeanParam IdempotencyHeader key, @NotNull @Valid MemberRequest request) {
    return members
        .create(caller.get(), request.toNewMember(), key.requestKey())
        .map(Answers::valueOf)
        .map(MemberView::of);
  }

  @GET
  @Operation(
      summary = "List members",
      description =
          "Oldest first: those of the own brand for owners, all, operators included, for"
              + " operators.")
  public Uni<PageView<MemberView>> list(@BeanParam PageParameters page) {
    return members
        .list(caller.get(), page.request())
        .map(found -> PageView.of(found, MemberView::of));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Get a member",
      description = "For owners, within their own brand, and for operators, within any.")
  public Uni<MemberView> get(@PathParam("id") UUID id) {
    return members.get(caller.get(), id).map(Answers::valueOf).map(MemberView::of);
  }

  @PATCH
  @Path("{id}")
  @Refuses(LAST_OWNER)
  @Operation(
      summary = "Change a member",
      description =
          "The name, the role, or whether the member may log in. It holds from the member's next"
              + " call on. The last owner of a brand who can log in stays one.")
  public Uni<MemberView> change(@PathParam("id") UUID id, @NotNull @Valid MemberPatch patch) {
    return changes
        .change(caller.get(), id, patch.toChange())
        .map(Answers::valueOf)
        .map(MemberView::of);
  }

  @POST
  @Path("{id}/password")
  @Refuses(MEMBER_OF_ISSUER)
  @Operation(
      summary = "Reset a member's password",
      description = "The old one no longer counts, and all sessions end.")
  public Uni<MemberView> resetPassword(
      @PathParam("id") UUID id, @NotNull @Valid PasswordRequest request) {
    return changes
        .resetPassword(caller.get(), id, request.password())
        .map(Answers::valueOf)
        .map(MemberView::of);
  }
}
