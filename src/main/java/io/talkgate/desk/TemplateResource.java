package io.talkgate.desk;

import static io.talkgate.access.Role.AGENT_NAME;
import static io.talkgate.platform.problem.ErrorCode.NOT_FOUND;
import static io.talkgate.platform.problem.ErrorCode.SHORTCUT_TAKEN;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.desk.openapi.Refuses;
import io.talkgate.rules.templates.Templates;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /templates} of contract §3. */
@Path("/api/v1/templates")
@Tag(name = "Templates", description = "Texts that agents use again.")
@RolesAllowed(AGENT_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
class TemplateResource {
  private static final int MAX_FOLDER = 200;

  private final Templates templates;
  private final CurrentCaller caller;

  TemplateResource(Templates templates, CurrentCaller caller) {
    this.templates = templates;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List templates",
      description = "The brand's and the caller's own, oldest first.")
  public Uni<PageView<TemplateView>> list(
      @QueryParam("folder") @Parameter(description = "Of this folder.") @Nullable String folder,
      @BeanParam PageParameters page) {
    return templates
        .list(caller.get(), QueryValues.text("folder", folder, MAX_FOLDER), page.request())
        .map(found -> PageView.of(found, TemplateView::of));
  }

  @GET
  @Path("{id}")
  @Refuses(NOT_FOUND)
  @Operation(summary = "Show a template", description = "With its variables as they were written.")
  public Uni<TemplateView> get(@RestPath UUID id) {
    return templates.get(caller.get(), id).map(Answers::valueOf).map(TemplateView::of);
  }

  @GET
  @Path("{id}/filled")
  @Refuses(NOT_FOUND)
  @Operation(
      summary = "Show a template as it would be sent",
      description = "With the brand's and the caller's name in place of the variables.")
  public Uni<TemplateView> fill(@RestPath UUID id) {
    return templates.fill(caller.get(), id).map(Answers::valueOf).map(TemplateView::of);
  }

  @POST
  @ResponseStatus(201)
  @Refuses(SHORTCUT_TAKEN)
  @Operation(
      summary = "Create a template",
      description = "Of the brand by managers, personal ones by everybody.")
  public Uni<TemplateView> create(
      @BeanParam IdempotencyHeader key, @NotNull @Valid TemplateRequest request) {
    return templates
        .add(caller.get(), request.isPersonal(), request.toDraft(), key.requestKey())
        .map(Answers::valueOf)
        .map(TemplateView::of);
  }

  @PUT
  @Path("{id}")
  @Refuses({NOT_FOUND, SHORTCUT_TAKEN})
  @Operation(summary = "Change a template", description = "As a whole; whose it is stays.")
  public Uni<TemplateView> change(@RestPath UUID id, @NotNull @Valid TemplateRequest request) {
    return templates
        .change(caller.get(), id, request.toDraft())
        .map(Answers::valueOf)
        .map(TemplateView::of);
  }

  @DELETE
  @Path("{id}")
  @Refuses(NOT_FOUND)
  @Operation(summary = "Delete a template", description = "Answers what it was.")
  public Uni<TemplateView> delete(@RestPath UUID id) {
    return templates.remove(caller.get(), id).map(Answers::valueOf).map(TemplateView::of);
  }
}
