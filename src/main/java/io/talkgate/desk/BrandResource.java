package io.talkgate.desk;

import static io.talkgate.access.Role.OBSERVER_NAME;
import static io.talkgate.access.Role.OPERATOR_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Brands;
import io.talkgate.access.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /brands} of contract §3. */
@Path("/api/v1/brands")
@Tag(name = "Brands")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class BrandResource {
  private final Brands brands;
  private final CurrentCaller caller;

  BrandResource(Brands brands, CurrentCaller caller) {
    this.brands = brands;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(OPERATOR_NAME)
  @ResponseStatus(201)
  @Operation(summary = "Create a brand", description = "For operators.")
  public Uni<BrandView> create(
      @BeanParam IdempotencyHeader key, @NotNull @Valid BrandRequest request) {
    return brands
        .create(caller.get(), request.name(), key.requestKey())
        .map(Answers::valueOf)
        .map(BrandView::of);
  }

  @GET
  @RolesAllowed({OBSERVER_NAME, OPERATOR_NAME})
  @Operation(
      summary = "List brands",
      description = "Oldest first: all for operators, their own for members.")
  public Uni<PageView<BrandView>> list(@BeanParam PageParameters page) {
    return brands
        .list(caller.get(), page.request())
        .map(brands -> PageView.of(brands, BrandView::of));
  }
}
