package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;
import static io.talkgate.platform.problem.ErrorCode.CONSENT_RUNNING;
import static io.talkgate.platform.problem.ErrorCode.CONSULTATION_STATE;
import static io.talkgate.platform.problem.ErrorCode.CUSTOMER_UNDER_14;
import static io.talkgate.platform.problem.ErrorCode.CUSTOMER_UNKNOWN;
import static io.talkgate.platform.problem.ErrorCode.HANDOVER_OFF;
import static io.talkgate.platform.problem.ErrorCode.LINK_STATE;
import static io.talkgate.platform.problem.ErrorCode.NAVER_REFUSED;
import static io.talkgate.platform.problem.ErrorCode.NAVER_UNREACHABLE;
import static io.talkgate.platform.problem.ErrorCode.SEND_API_KEY_REFUSED;
import static io.talkgate.platform.problem.ErrorCode.SEND_RATE_EXCEEDED;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.CustomerContact;
import io.talkgate.desk.openapi.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What agents ask of NAVER beside messages (contract §3). */
@Path("/api/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
@Cancellable(false)
class ContactResource {
  private final CustomerContact contact;
  private final CurrentCaller caller;

  ContactResource(CustomerContact contact, CurrentCaller caller) {
    this.contact = contact;
    this.caller = caller;
  }

  @POST
  @Path("{id}/typing")
  @RolesAllowed(AGENT_NAME)
  @Refuses({
    CONSULTATION_STATE,
    LINK_STATE,
    CONSENT_RUNNING,
    CUSTOMER_UNKNOWN,
    SEND_API_KEY_REFUSED,
    NAVER_REFUSED,
    NAVER_UNREACHABLE
  })
  @Operation(
      summary = "Show that somebody is typing",
      description = "In the customer's chat window; NAVER ends it after 10 seconds.")
  public Uni<ConsultationView> typing(
      @PathParam("id") UUID id, @NotNull @Valid TypingRequest body) {
    return contact
        .typing(caller.get(), id, body.on())
        .map(Answers::valueOf)
        .map(ConsultationView::of);
  }

  @POST
  @Path("{id}/profile-request")
  @RolesAllowed(AGENT_NAME)
  @Refuses({
    CONSULTATION_STATE,
    LINK_STATE,
    CUSTOMER_UNDER_14,
    CONSENT_RUNNING,
    CUSTOMER_UNKNOWN,
    SEND_API_KEY_REFUSED,
    NAVER_REFUSED,
    NAVER_UNREACHABLE,
    SEND_RATE_EXCEEDED
  })
  @Operation(
      summary = "Ask the customer for personal data",
      description =
          "NAVER asks for consent in the chat window; what the customer agrees to tell appears on"
              + " the customer.")
  public Uni<ConsultationView> requestProfile(
      @PathParam("id") UUID id, @NotNull @Valid ProfileRequest body) {
    return contact
        .requestProfile(caller.get(), id, body.field().toField(), body.agreedFields())
        .map(Answers::valueOf)
        .map(ConsultationView::of);
  }

  @POST
  @Path("{id}/handover")
  @RolesAllowed(AGENT_NAME)
  @Refuses({
    CONSULTATION_STATE,
    LINK_STATE,
    HANDOVER_OFF,
    CONSENT_RUNNING,
    CUSTOMER_UNKNOWN,
    NAVER_REFUSED,
    NAVER_UNREACHABLE,
    SEND_RATE_EXCEEDED
  })
  @Operation(
      summary = "Give the thread to Partner Center or take it back",
      description = "Works with NAVER's handover API switched on for the account.")
  public Uni<ConsultationView> handover(
      @PathParam("id") UUID id, @NotNull @Valid HandoverRequest body) {
    return contact
        .handover(caller.get(), id, body.to())
        .map(Answers::valueOf)
        .map(ConsultationView::of);
  }
}
