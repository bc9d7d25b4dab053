package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.subscription.Subscriptions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

/** {@code /subscriptions} of contract §3: who is told of what happens in a brand. */
@Path("/api/v1/subscriptions")
@RolesAllowed(MANAGER_NAME)
@Tag(name = "Subscriptions", description = "Other systems that are told what happens in a brand.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class SubscriptionResource {
  private final Subscriptions subscriptions;
  private final CurrentCaller caller;

  SubscriptionResource(Subscriptions subscriptions, CurrentCaller caller) {
    this.subscriptions = subscriptions;
    this.caller = caller;
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      summary = "Subscribe",
      description =
          "For managers. The URL is called with Standard Webhooks headers (`webhook-id`,"
              + " `webhook-timestamp`, `webhook-signature`) and repeated for three days until it"
              + " answers 2xx; a repeat has the same `webhook-id`. `secret` is shown this once.")
  public Uni<SubscriptionView> add(@NotNull @Valid SubscriptionRequest request) {
    return subscriptions
        .add(caller.get(), request.url(), request.typeNames())
        .map(Answers::valueOf)
        .map(SubscriptionView::of);
  }

  @GET
  @Operation(summary = "List subscriptions", description = "Of your brand, oldest first.")
  public Uni<PageView<SubscriptionView>> list(@BeanParam PageParameters page) {
    return subscriptions
        .list(caller.get(), page.request())
        .map(found -> PageView.of(found, SubscriptionView::of));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Unsubscribe",
      description = "What was still to be told is not. Answers with what was removed.")
  public Uni<SubscriptionView> remove(@RestPath UUID id) {
    return subscriptions.remove(caller.get(), id).map(Answers::valueOf).map(SubscriptionView::of);
  }
}
