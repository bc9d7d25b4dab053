package io.talkgate.desk;

import static io.talkgate.access.Role.OBSERVER_NAME;
import static io.talkgate.platform.problem.ErrorCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.ConsultationReads;
import io.talkgate.desk.openapi.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What everybody of a brand reads of its consultations (contract §3). */
@Path("/api/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consultations")
@Cancellable(false)
class ConsultationResource {
  private final ConsultationReads reads;
  private final CurrentCaller caller;

  ConsultationResource(ConsultationReads reads, CurrentCaller caller) {
    this.reads = reads;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(OBSERVER_NAME)
  @Refuses(NOT_FOUND)
  @Operation(
      summary = "List consultations",
      description =
          "Of your brand, newest activity first; without `status` in all states. Phone numbers and"
              + " resident registration numbers are masked.")
  public Uni<PageView<ConsultationView>> list(
      @BeanParam ConsultationQuery query, @BeanParam PageParameters page) {
    Caller asking = caller.get();
    return reads
        .list(asking, query.filter(asking), page.request())
        .map(found -> PageView.of(found, ConsultationView::of));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(OBSERVER_NAME)
  @Operation(summary = "Show a consultation", description = "One consultation as it stands now.")
  public Uni<ConsultationView> get(@PathParam("id") UUID id) {
    return reads.get(caller.get(), id).map(Answers::valueOf).map(ConsultationView::of);
  }

  @GET
  @Path("{id}/messages")
  @RolesAllowed(OBSERVER_NAME)
  @Operation(
      summary = "List the messages of a consultation",
      description = "By time, then id; oldest first unless `order` says otherwise.")
  public Uni<PageView<MessageView>> messages(
      @PathParam("id") UUID id, @BeanParam MessageOrder order, @BeanParam PageParameters page) {
    return reads
        .messages(caller.get(), id, order.newestFirst(), page.request())
        .map(Answers::valueOf)
        .map(found -> PageView.of(found, MessageView::of));
  }

  @GET
  @Path("{id}/notes")
  @RolesAllowed(OBSERVER_NAME)
  @Operation(
      summary = "List the notes of a consultation",
      description = "Oldest first. Customers never see them.")
  public Uni<PageView<NoteView>> notes(@PathParam("id") UUID id, @BeanParam PageParameters page) {
    return reads
        .notes(caller.get(), id, page.request())
        .map(Answers::valueOf)
        .map(found -> PageView.of(found, NoteView::of));
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed(OBSERVER_NAME)
  @Operation(
      summary = "List what happened to a consultation",
      description = "Every change of its state, assignment and thread, oldest first.")
  public Uni<PageView<HistoryView>> history(
      @PathParam("id") UUID id, @BeanParam PageParameters page) {
    return reads
        .history(caller.get(), id, page.request())
        .map(Answers::valueOf)
        .map(found -> PageView.of(found, HistoryView::of));
  }
}
