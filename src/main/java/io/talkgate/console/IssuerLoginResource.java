package io.talkgate.console;

import static io.talkgate.access.Role.OBSERVER_NAME;
import static io.talkgate.access.Role.OPERATOR_NAME;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.security.AuthenticationCompletionException;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.CurrentCaller;
import io.talkgate.access.LoginPaths;
import io.talkgate.access.SecretCookie;
import io.talkgate.access.SecretCookies;
import io.talkgate.access.Sessions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Logging in at the OpenID issuer: whoever comes back from there gets a session of ours. */
@Path(LoginPaths.ISSUER)
@Cancellable(false)
class IssuerLoginResource {
  private static final String START = "/";

  private final Sessions sessions;
  private final SecretCookies cookies;
  private final CurrentCaller caller;

  IssuerLoginResource(Sessions sessions, SecretCookies cookies, CurrentCaller caller) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.caller = caller;
  }

  @GET
  @AuthorizationCodeFlow
  @RolesAllowed({OBSERVER_NAME, OPERATOR_NAME})
  public Uni<Response> logIn(@Context RoutingContext call) {
    return sessions
        .beginFor(caller.get())
        .invoke(session -> cookies.set(SecretCookie.SESSION, call, session.id()))
        .replaceWith(() -> Html.goTo(START));
  }

  /** They declined there, or the issuer does not take the code. */
  @ServerExceptionMapper
  Response startAgain(AuthenticationCompletionException notLoggedIn) {
    return Html.goTo(LoginPaths.LOGIN);
  }
}
