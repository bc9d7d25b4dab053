package io.talkgate.console;

import io.talkgate.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** A page for members alone, with a form. */
@Path("/probe-page")
@RolesAllowed(Role.OBSERVER_NAME)
class PageProbe {

  @GET
  @Operation(hidden = true)
  public String page() {
    return "page";
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public String form(@RestForm String text) {
    return text;
  }
}
