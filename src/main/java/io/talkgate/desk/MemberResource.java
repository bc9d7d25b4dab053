package io.talkgate.desk;

import static io.talkgate.access.Role.OPERATOR_NAME;
import static io.talkgate.access.Role.OWNER_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.access.Members;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /members} of contract §3. */
@Path("/api/v1/members")
@RolesAllowed({OWNER_NAME, OPERATOR_NAME})
@Tag(name = "Members", description = "Who may log in, and what they may do.")
@Cancellable(false)
class MemberResource {
  private final Members members;
  private final CurrentCaller caller;

  MemberResource(Members members, CurrentCaller caller) {
    this.members = members;
    this.caller = caller;
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      summary = "Create a member",
      description = "For owners, within their own brand, and for operators, within any.")
  @APIResponseSchema(
      value = MemberView.class,
      responseCode = "201",
      responseDescription = "The member.")
  @APIResponse(responseCode = "400", description = "`VALIDATION`: see `errors`.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`: no such brand.")
  @APIResponse(responseCode = "409", description = "`USERNAME_TAKEN`.")
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
          "Oldest first: those of the own brand for owners, all, operators included, for operators.")
  @APIResponse(responseCode = "200", description = "A part of the list.")
  @APIResponse(responseCode = "400", description = "`VALIDATION`: see `errors`.")
  public Uni<PageView<MemberView>> list(@BeanParam PageParameters page) {
    return members
        .list(caller.get(), page.request())
        .map(found -> PageView.of(found, MemberView::of));
  }
}
