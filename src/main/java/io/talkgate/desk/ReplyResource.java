package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;
import static io.talkgate.platform.problem.ErrorCode.CONSULTATION_STATE;
import static io.talkgate.platform.problem.ErrorCode.THREAD_HELD;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
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
  private final CurrentCaller caller;

  ReplyResource(Replies replies, CurrentCaller caller) {
    this.replies = replies;
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
}
