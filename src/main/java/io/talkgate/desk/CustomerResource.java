package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;
import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.access.Role.OBSERVER_NAME;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.CustomerExport;
import io.talkgate.consultation.Customers;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Customers and their whole timeline (contract §3). */
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@Cancellable(false)
class CustomerResource {
  private final Customers customers;
  private final CustomerExport export;
  private final CurrentCaller caller;

  CustomerResource(Customers customers, CustomerExport export, CurrentCaller caller) {
    this.customers = customers;
    this.export = export;
    this.caller = caller;
  }

  @GET
  @Path("{id}")
  @RolesAllowed(OBSERVER_NAME)
  @Operation(
      summary = "Show a customer",
      description =
          "With all that is known of the person; observers see the phone number masked. The audit"
              + " notes it.")
  public Uni<CustomerView> get(@PathParam("id") UUID id) {
    return customers.get(caller.get(), id).map(Answers::valueOf).map(CustomerView::of);
  }

  @GET
  @Path("{id}/messages")
  @RolesAllowed(OBSERVER_NAME)
  @Operation(
      summary = "List all messages of a customer",
      description =
          "Of all consultations and of none, by time, then id; oldest first unless `order` says"
              + " otherwise.")
  public Uni<PageView<MessageView>> messages(
      @PathParam("id") UUID id, @BeanParam MessageOrder order, @BeanParam PageParameters page) {
    return customers
        .messages(caller.get(), id, order.newestFirst(), page.request())
        .map(Answers::valueOf)
        .map(found -> PageView.of(found, MessageView::of));
  }

  @GET
  @Path("{id}/export")
  @RolesAllowed(MANAGER_NAME)
  @Operation(
      summary = "Export all that is kept of a customer",
      description =
          "For the person who asks for it: first the customer, then consultations, messages and"
              + " notes, each oldest first, nothing masked. Made as it is read; an answer whose"
              + " array does not end was broken off. The audit notes it.")
  public Multi<ExportPartView> export(@PathParam("id") UUID id) {
    return export
        .of(caller.get(), id)
        .map(Answers::valueOf)
        .onItem()
        .transformToMulti(parts -> parts.map(ExportPartView::of));
  }

  @POST
  @Path("{id}/block")
  @RolesAllowed(AGENT_NAME)
  @Operation(
      summary = "Block a customer",
      description =
          "Closes the open consultation. What the customer writes from now on is kept on the"
              + " timeline and opens nothing.")
  public Uni<CustomerView> block(@PathParam("id") UUID id) {
    return customers.block(caller.get(), id).map(Answers::valueOf).map(CustomerView::of);
  }

  @POST
  @Path("{id}/unblock")
  @RolesAllowed(AGENT_NAME)
  @Operation(
      summary = "Unblock a customer",
      description = "The next message opens a consultation again.")
  public Uni<CustomerView> unblock(@PathParam("id") UUID id) {
    return customers.unblock(caller.get(), id).map(Answers::valueOf).map(CustomerView::of);
  }

  @PUT
  @Path("{id}/grade")
  @RolesAllowed(AGENT_NAME)
  @Operation(
      summary = "Grade a customer",
      description = "For other agents to know; unlike a block, it changes nothing by itself.")
  public Uni<CustomerView> setGrade(
      @PathParam("id") UUID id, @NotNull @Valid GradeRequest request) {
    return customers
        .setGrade(caller.get(), id, request.grade())
        .map(Answers::valueOf)
        .map(CustomerView::of);
  }

  @DELETE
  @Path("{id}/profile")
  @RolesAllowed(MANAGER_NAME)
  @Operation(
      summary = "Erase a customer's personal data",
      description = "Nickname, cellphone and address, for good. Messages stay.")
  public Uni<CustomerView> eraseProfile(@PathParam("id") UUID id) {
    return customers.eraseProfile(caller.get(), id).map(Answers::valueOf).map(CustomerView::of);
  }
}
