package io.talkgate.desk;

import static io.talkgate.access.Role.OBSERVER_NAME;
import static io.talkgate.access.Role.OPERATOR_NAME;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.link.health.LinkHealths;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /links/{id}/health} of contract §5. */
@Path("/api/v1/links/{id}/health")
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class LinkHealthResource {
  private final LinkHealths healths;
  private final CurrentCaller caller;

  LinkHealthResource(LinkHealths healths, CurrentCaller caller) {
    this.healths = healths;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({OBSERVER_NAME, OPERATOR_NAME})
  @Operation(
      summary = "Show a link's health",
      description =
          "For all roles. `advice` names the one thing to do at Partner Center; `checks` what has"
              + " been seen to work and what is left to do, in the order in which it is done. What"
              + " comes by the webhook shows within two seconds.")
  public Uni<LinkHealthView> get(@RestPath UUID id) {
    Locale language = CallLanguage.current();
    return healths
        .of(caller.get(), id)
        .map(Answers::valueOf)
        .map(health -> LinkHealthView.of(health, language));
  }
}
