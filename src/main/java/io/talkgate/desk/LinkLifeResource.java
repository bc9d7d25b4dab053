package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.access.Role.OPERATOR_NAME;
import static io.talkgate.access.Role.OWNER_NAME;
import static io.talkgate.platform.problem.ErrorCode.ACCOUNT_IN_USE;
import static io.talkgate.platform.problem.ErrorCode.LINK_STATE;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.desk.openapi.Refuses;
import io.talkgate.link.Link;
import io.talkgate.link.Links;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ProblemTexts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /links/{id}/…} of contract §3: what becomes of a link. */
@Path("/api/v1/links/{id}")
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class LinkLifeResource {
  private final Links links;
  private final CurrentCaller caller;

  LinkLifeResource(Links links, CurrentCaller caller) {
    this.links = links;
    this.caller = caller;
  }

  @POST
  @Path("approval-request")
  @RolesAllowed(MANAGER_NAME)
  @Refuses(LINK_STATE)
  @Operation(
      summary = "Request approval",
      description =
          "DRAFT or REJECTED → PENDING, for managers. The first request makes brandKey, chatUrl and"
              + " webhookUrl.")
  public Uni<LinkView> requestApproval(@RestPath UUID id) {
    return view(links.requestApproval(caller.get(), id));
  }

  @POST
  @Path("approve")
  @RolesAllowed(OPERATOR_NAME)
  @Refuses({LINK_STATE, ACCOUNT_IN_USE})
  @Operation(
      summary = "Approve",
      description = "PENDING → APPROVED, for operators. Events kept so far are applied.")
  public Uni<LinkView> approve(@RestPath UUID id) {
    return view(links.approve(caller.get(), id));
  }

  @POST
  @Path("reject")
  @RolesAllowed(OPERATOR_NAME)
  @Refuses(LINK_STATE)
  @Operation(summary = "Reject", description = "PENDING → REJECTED with a reason, for operators.")
  public Uni<LinkView> reject(@RestPath UUID id, @NotNull @Valid RejectionRequest request) {
    return view(links.reject(caller.get(), id, request.reason()));
  }

  @POST
  @Path("revoke")
  @RolesAllowed(OWNER_NAME)
  @Refuses(LINK_STATE)
  @Operation(
      summary = "Revoke",
      description =
          "Any state → REVOKED, for good, for owners. Sending stops, the webhook URL dies, open"
              + " consultations are closed. `reminder` says what is left to do at Partner Center.")
  public Uni<LinkView> revoke(
      @RestPath UUID id,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
          @Nullable String acceptLanguage) {
    String reminder = Texts.text("revoked.reminder", ProblemTexts.language(acceptLanguage));
    return links
        .revoke(caller.get(), id)
        .map(Answers::valueOf)
        .map(link -> LinkView.of(link, reminder));
  }

  @POST
  @Path("webhook-url")
  @RolesAllowed(MANAGER_NAME)
  @Refuses(LINK_STATE)
  @Operation(
      summary = "Renew the webhook URL",
      description = "For managers, from the first approval request on. The body may be left out.")
  public Uni<LinkView> renewWebhookUrl(
      @RestPath UUID id, @Valid @Nullable WebhookUrlRequest request) {
    return view(links.renewWebhookUrl(caller.get(), id, WebhookUrlRequest.revokesOld(request)));
  }

  private static Uni<LinkView> view(Uni<Result<Link>> result) {
    return result.map(Answers::valueOf).map(LinkView::of);
  }
}
