package io.talkgate.console;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrowserSession;
import io.talkgate.access.CsrfToken;
import io.talkgate.access.CurrentSession;
import io.talkgate.access.IssuerLogin;
import io.talkgate.access.LoginAttempt;
import io.talkgate.access.LoginPaths;
import io.talkgate.access.SecretCookie;
import io.talkgate.access.SecretCookies;
import io.talkgate.access.Sessions;
import io.talkgate.platform.http.Origins;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.ProblemTexts;
import io.talkgate.platform.problem.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Logging in and out (contract §4, embedded default). */
@Path("/")
@Cancellable(false)
class LoginResource {
  private static final int OK = 200;

  private final Sessions sessions;
  private final CurrentSession current;

  private final SecretCookies cookies;
  private final Origins origins;
  private final IssuerLogin issuer;

  LoginResource(
      Sessions sessions,
      CurrentSession current,
      SecretCookies cookies,
      Origins origins,
      IssuerLogin issuer) {
    this.sessions = sessions;
    this.current = current;
    this.cookies = cookies;
    this.origins = origins;
    this.issuer = issuer;
  }

  @GET
  @Path(LoginPaths.LOGIN)
  public Uni<Response> form(@RestQuery @Nullable String to, @Context RoutingContext call) {
    String goOn = ReturnPath.of(to);
    return current
        .find()
        .chain(
            session ->
                session.isPresent()
                    ? Uni.createFrom().item(Html.goTo(goOn))
                    : form(OK, "", goOn, call));
  }

  @POST
  @Path(LoginPaths.LOGIN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<Response> logIn(
      @RestForm @Nullable String username,
      @RestForm @Nullable String password,
      @RestForm(CsrfToken.FIELD) @Nullable String csrf,
      @RestForm @Nullable String to,
      @Context RoutingContext call) {
    String goOn = ReturnPath.of(to);
    if (cookies.read(SecretCookie.LOGIN, call).filter(c -> CsrfToken.matches(c, csrf)).isEmpty()) {
      return refused(Refusal.of(ErrorCode.CSRF_TOKEN), goOn, call);
    }
    LoginAttempt attempt =
        new LoginAttempt(
            Objects.requireNonNullElse(username, ""),
            Objects.requireNonNullElse(password, ""),
            origins.network(call.request()));
    return sessions
        .begin(attempt)
        .chain(
            login ->
                login.fold(
                    session -> loggedIn(session, goOn, call),
                    refusal -> refused(refusal, goOn, call)));
  }

  @POST
  @Path(LoginPaths.LOGOUT)
  public Uni<Response> logOut(@Context RoutingContext call) {
    return endCurrent()
        .invoke(() -> cookies.clear(SecretCookie.SESSION, call))
        .replaceWith(() -> Html.goTo(LoginPaths.LOGIN));
  }

  /**
   * A new id at each login: what somebody else may have planted in the browser is worthless. The
   * old session comes first, as a cookie that is set is what a call's cookie reads from then on.
   */
  private Uni<Response> loggedIn(BrowserSession session, String to, RoutingContext call) {
    return endCurrent()
        .invoke(() -> cookies.set(SecretCookie.SESSION, call, session.id()))
        .invoke(() -> cookies.clear(SecretCookie.LOGIN, call))
        .replaceWith(() -> Html.goTo(to));
  }

  private Uni<Void> endCurrent() {
    return current
        .find()
        .chain(found -> found.map(sessions::end).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Response> refused(Refusal refusal, String to, RoutingContext call) {
    String problem = ProblemTexts.detail(refusal, Languages.of(call));
    return form(refusal.code().status(), problem, to, call);
  }

  /** The cookie stays while it lasts, so that forms in several tabs go on working. */
  private Uni<Response> form(int status, String problem, String to, RoutingContext call) {
    String cookie =
        cookies
            .read(SecretCookie.LOGIN, call)
            .orElseGet(() -> cookies.renew(SecretCookie.LOGIN, call));
    return Html.page(
        status,
        new LoginPage(CsrfToken.of(cookie), to, problem, issuer.isOffered(), Languages.of(call)));
  }
}
