package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;
import static io.talkgate.platform.problem.ErrorCode.CONSULTATION_STATE;
import static io.talkgate.platform.problem.ErrorCode.MESSAGE_STATE;
import static io.talkgate.platform.problem.ErrorCode.THREAD_HELD;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.DeliveryChanges;
import io.talkgate.consultation.Replies;
import io.talkgate.desk.openapi.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** How agents answer customers (contract §3). */
@Path("/api/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
@Cancellable(false)
class ReplyResource {
  private final Replies replies;
  private final DeliveryChanges deliveries;
  private final CurrentCaller caller;

  ReplyResource(Replies replies, DeliveryChanges deliveries, CurrentCaller caller) {
    this.replies = replies;
    this.deliveries = deliveries;
    this.caller = caller;
  }

  @POST
  @Path("{id}/messages")
  @RolesAllowed(AGENT_NAME)
  @ResponseStatus(202)
  @Refuses({CONSULTATION_STATE, THREAD_HELD})
  @Operation(
      summary = "Answer the customer",
      description =
          "Queues a message; `delivery` tells how far it has come. The consultation becomes"
              + " `IN_PROGRESS`, and yours if it is nobody's.")
  public Uni<MessageView> reply(
      @PathParam("id") UUID id,
      @BeanParam IdempotencyHeader key,
      @NotNull @Valid ReplyRequest body) {
    return replies
        .add(caller.get(), id, body.toReply(), key.requestKey())
        .map(Answers::valueOf)
        .map(MessageView::of);
  }

  @POST
  @Path("{id}/messages/{mid}/retry")
  @RolesAllowed(AGENT_NAME)
  @ResponseStatus(202)
  @Refuses({CONSULTATION_STATE, THREAD_HELD, MESSAGE_STATE})
  @Operation(
      summary = "Send a message once more",
      description =
          "Queues a message that is `FAILED` or `UNKNOWN`, at its old place. One that is `UNKNOWN`"
              + " may have arrived: the customer may get it twice.")
  public Uni<MessageView> retry(@PathParam("id") UUID id, @PathParam("mid") UUID messageId) {
    return deliveries.retry(caller.get(), id, messageId).map(Answers::valueOf).map(MessageView::of);
  }

  @POST
  @Path("{id}/messages/{mid}/cancel")
  @RolesAllowed(AGENT_NAME)
  @Refuses(MESSAGE_STATE)
  @Operation(
      summary = "Withdraw a message that was not sent",
      description = "`QUEUED` → `CANCELLED`; any other message is too far on its way.")
  public Uni<MessageView> cancel(@PathParam("id") UUID id, @PathParam("mid") UUID messageId) {
    return deliveries
        .cancel(caller.get(), id, messageId)
        .map(Answers::valueOf)
        .map(MessageView::of);
  }
}
