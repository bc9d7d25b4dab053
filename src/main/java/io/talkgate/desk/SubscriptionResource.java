package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.platform.problem.ErrorCode.NOT_FOUND;
import static io.talkgate.platform.problem.ErrorCode.SUBSCRIPTION_LIMIT;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.desk.openapi.Refuses;
import io.talkgate.subscription.CallLog;
import io.talkgate.subscription.CallStatus;
import io.talkgate.subscription.Subscriptions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /subscriptions} of contract §3: who is told of what happens in a brand. */
@Path("/api/v1/subscriptions")
@RolesAllowed(MANAGER_NAME)
@Tag(name = "Subscriptions", description = "Other systems that are told what happens in a brand.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class SubscriptionResource {
  private final Subscriptions subscriptions;
  private final CallLog log;
  private final CurrentCaller caller;

  SubscriptionResource(Subscriptions subscriptions, CallLog log, CurrentCaller caller) {
    this.subscriptions = subscriptions;
    this.log = log;
    this.caller = caller;
  }

  @POST
  @ResponseStatus(201)
  @Refuses(SUBSCRIPTION_LIMIT)
  @Operation(
      summary = "Subscribe",
      description =
          "For managers. The URL is called with Standard Webhooks headers (`webhook-id`,"
              + " `webhook-timestamp`, `webhook-signature`) and repeated for three days until it"
              + " answers 2xx; a repeat has the same `webhook-id`. The body is `{type, timestamp,"
              + " data}`. Of `consultation.*`, `message.*` and `link.created`, `link.updated` the data"
              + " is `{id, brandId, consultationId?, customerId?}`: read the values by the other"
              + " calls. What belongs to one consultation is told in its order: a later event waits"
              + " until an earlier one was answered 2xx or given up. `secret` is shown this once.")
  public Uni<SubscriptionView> add(
      @BeanParam IdempotencyHeader key, @NotNull @Valid SubscriptionRequest request) {
    return subscriptions
        .add(caller.get(), request.url(), request.types(), key.requestKey())
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

  @PUT
  @Path("{id}")
  @Refuses(NOT_FOUND)
  @Operation(
      summary = "Change a subscription",
      description =
          "As a whole; its secret stays. What was still to be told goes to the new URL, also if its type"
              + " is none of the new ones.")
  public Uni<SubscriptionView> change(
      @RestPath UUID id, @NotNull @Valid SubscriptionRequest request) {
    return subscriptions
        .change(caller.get(), id, request.url(), request.types())
        .map(Answers::valueOf)
        .map(SubscriptionView::of);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Unsubscribe",
      description = "What was still to be told is not. Answers with what was removed.")
  public Uni<SubscriptionView> remove(@RestPath UUID id) {
    return subscriptions.remove(caller.get(), id).map(Answers::valueOf).map(SubscriptionView::of);
  }

  @GET
  @Path("{id}/calls")
  @Refuses(NOT_FOUND)
  @Operation(
      summary = "List the calls of a subscription",
      description = "What it was told in the last seven days or is to be told, newest first.")
  public Uni<PageView<SubscriptionCallView>> calls(
      @RestPath UUID id,
      @QueryParam("status")
          @Parameter(
              description = "In one of these states; repeatable, or with commas. All if absent.",
              example = "FAILED")
          @Nullable List<String> status,
      @BeanParam PageParameters page) {
    return log.list(
            caller.get(),
            id,
            QueryValues.constants("status", status, CallStatus.class),
            page.request())
        .map(Answers::valueOf)
        .map(found -> PageView.of(found, SubscriptionCallView::of));
  }

  @POST
  @Path("{id}/replay")
  @Refuses(NOT_FOUND)
  @Operation(
      summary = "Tell it once more",
      description =
          "All that it was told since a time, at most seven days ago, under the same `webhook-id`s"
              + " and in the same order. What is still to be told is not told twice.")
  public Uni<SubscriptionReplayView> replay(
      @RestPath UUID id, @NotNull @Valid SubscriptionReplayRequest request) {
    return log.replay(caller.get(), id, request.from())
        .map(Answers::valueOf)
        .map(SubscriptionReplayView::new);
  }
}
