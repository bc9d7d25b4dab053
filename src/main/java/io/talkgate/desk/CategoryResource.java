package io.talkgate.desk;

import static io.talkgate.access.Role.MANAGER_NAME;
import static io.talkgate.access.Role.OBSERVER_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.consultation.Categories;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The brand's kinds of consultations. */
@Path("/api/v1/categories")
@Tag(name = "Categories", description = "Kinds of consultations.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class CategoryResource {
  private final Categories categories;
  private final CurrentCaller caller;

  CategoryResource(Categories categories, CurrentCaller caller) {
    this.categories = categories;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(OBSERVER_NAME)
  @Operation(summary = "Show the kinds of consultations", description = "All of the brand.")
  public Uni<CategoriesBody> get() {
    return categories.get(caller.get()).map(CategoriesBody::of);
  }

  @PUT
  @RolesAllowed(MANAGER_NAME)
  @Operation(
      summary = "Set the kinds of consultations",
      description = "As a whole; consultations that are closed keep what they have.")
  public Uni<CategoriesBody> set(@NotNull @Valid CategoriesBody request) {
    return categories
        .set(caller.get(), request.toCategories())
        .map(Answers::valueOf)
        .map(CategoriesBody::of);
  }
}
