package io.talkgate.desk.stream;

import static io.talkgate.access.Role.OBSERVER_NAME;
import static io.talkgate.access.Role.OPERATOR_NAME;
import static io.talkgate.platform.problem.ErrorCode.TOO_MANY_STREAMS;

import io.smallrye.mutiny.Multi;
import io.talkgate.access.Caller;
import io.talkgate.access.CurrentCaller;
import io.talkgate.desk.openapi.Refuses;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code GET /stream} of contract §3. It holds no database connection while it is open. */
@Path("/api/v1/stream")
@Tag(name = "Stream")
@Cancellable
class StreamResource {
  private static final String EXAMPLE =
      """
      event:message.created
      id:812:812:/815:815:/31.0
      data:{"id":"0199a2c0-7d9e-7c42-af33-4a6b8c0d2e06","brandId":"01900000-0000-7000-8000-000000000001"}

      """;

  private final Streams streams;
  private final OpenStreams open;
  private final CurrentCaller caller;

  StreamResource(Streams streams, OpenStreams open, CurrentCaller caller) {
    this.streams = streams;
    this.open = open;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({OBSERVER_NAME, OPERATOR_NAME})
  @Refuses(TOO_MANY_STREAMS)
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING, description = "Server-sent events."),
              example = EXAMPLE))
  @Operation(
      summary = "Be told what changes",
      description =
          "Server-sent events: `consultation.created`, `consultation.updated`, `message.created`,"
              + " `message.updated`, `link.created`, `link.updated` of your brand; of all links for"
              + " an operator. Their data is `{id, brandId, consultationId?, customerId?}`: read the"
              + " new values by the other calls. The first event is `stream.opened {resumed}`;"
              + " `resumed` false means that what happened before it is not told: load anew. With"
              + " `Last-Event-ID` a client goes on where it was, at any replica, up to an hour"
              + " later. A comment comes every 15 s. A client that does not keep up is cut off and"
              + " resumes.")
  public Multi<OutboundSseEvent> stream(
      @HeaderParam("Last-Event-ID")
          @Parameter(description = "The id of the last event received: go on after it.")
          @Nullable String lastEventId,
      @QueryParam("lastEventId")
          @Parameter(description = "The same for clients that cannot set headers.")
          @Nullable String lastEventIdInQuery,
      @Context RoutingContext call) {
    Caller asking = caller.get();
    if (!open.enter(asking.memberId())) {
      throw new RefusedException(Refusal.of(ErrorCode.TOO_MANY_STREAMS));
    }
    return streams
        .open(
            asking,
            lastEventId == null ? lastEventIdInQuery : lastEventId,
            () -> call.response().reset())
        .onTermination()
        .invoke(() -> open.leave(asking.memberId()))
        .onFailure(TailAwayException.class)
        .transform(away -> new RefusedException(Refusal.of(ErrorCode.DATABASE_UNAVAILABLE)));
  }
}
